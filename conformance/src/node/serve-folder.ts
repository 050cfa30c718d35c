import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
  '.py': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
};

/** The file under `folder` that `pathname` asks for, or the folder that it names without a `/`, or nothing. */
const find = async (folder: string, pathname: string): Promise<{ file: string } | { folder: true } | undefined> => {
  const path = resolve(join(folder, pathname));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return { file: path };
  if (!found?.isDirectory()) return undefined;
  if (!pathname.endsWith('/')) return { folder: true };
  const index = join(path, 'index.html');
  return (await stat(index).catch(() => undefined))?.isFile() ? { file: index } : undefined;
};

/**
 * Answers GET and HEAD for the files of a folder, whose address begins with `base` (which begins and ends with `/`).
 * Where there is no file, `404.html` at the head of the folder says so.
 */
export const folderHandler =
  (folder: string, base = '/') =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const end = (status: number, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${status}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { allow: 'GET, HEAD' });
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
    if (url === null) return end(400);
    const { pathname, search } = url;
    if (!pathname.startsWith(base)) return end(404);
    let decoded: string;
    try {
      decoded = decodeURIComponent(pathname.slice(base.length - 1));
    } catch {
      return end(400);
    }
    if (decoded.includes('\0')) return end(400);
    const asked = await find(resolve(folder), decoded);
    const found = asked ?? (await find(resolve(folder), '/404.html'));
    if (found === undefined) return end(404);
    if ('folder' in found) return end(301, { location: `${pathname}/${search}` });
    response.writeHead(asked === undefined ? 404 : 200, {
      'content-type': TYPES[extname(found.file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(found.file)
        .on('error', () => response.destroy())
        .pipe(response);
  };

export type Served = { server: Server; port: number; stop(): Promise<void> };

/** Listens on 127.0.0.1 alone; port 0 is any free one. */
export const listen = async (
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port = 0,
): Promise<Served> => {
  const server = createServer((request, response) => {
    handler(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return {
    server,
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
