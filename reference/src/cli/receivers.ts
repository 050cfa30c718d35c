import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';
import type { Folder } from './folder.ts';

const receiversFile = 'receivers.json';

/** How far somebody's bundles have come. */
export interface Given {
  /** Goes on with a query in the order of arrival. */
  readonly cursor?: string | undefined;
  /** The ids of the records that went without their content. */
  readonly bare: readonly string[];
}

/** Who was given what by bundles, by name and space. Who throws it away writes everything once more. */
function remembered(folder: Folder): JsonObject {
  try {
    const value = JSON.parse(folder.read(receiversFile) ?? '{}') as JsonValue;
    return isObject(value) ? value : {};
  } catch {
    // A file that somebody has broken costs one whole bundle for each.
    return {};
  }
}

const keyOf = (name: string, space: string): string => `${name} ${space}`;

export function givenTo(folder: Folder, name: string, space: string): Given {
  const given = remembered(folder)[keyOf(name, space)];
  if (!isObject(given)) return { bare: [] };
  const { cursor, bare } = given;
  return {
    ...(typeof cursor === 'string' && { cursor }),
    bare: Array.isArray(bare) ? bare.filter((id) => typeof id === 'string') : [],
  };
}

export function rememberGiven(folder: Folder, name: string, space: string, { cursor, bare }: Given): void {
  folder.locked(() => {
    const all = { ...remembered(folder), [keyOf(name, space)]: { ...(cursor !== undefined && { cursor }), bare } };
    folder.write(receiversFile, `${JSON.stringify(all, null, 2)}\n`);
  });
}
