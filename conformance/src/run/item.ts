import type { Request } from '../protocol/request.ts';

/** A request that can be made again; `key` is the check or law that it belongs to. */
export type Item = Request & { key: string };
