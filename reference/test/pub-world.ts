import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { type Answered, Person } from './cli-world.ts';

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Someone's pub at work: what is done meanwhile is given its address. Answers what the command said when it had ended. */
export async function serving(
  pub: Person,
  work: (address: string, port: number) => unknown,
  ...options: readonly string[]
): Promise<Answered> {
  const port = await freePort();
  pub.pauses = [() => work(`ws://127.0.0.1:${port}`, port)];
  const answered = await pub.rockpool('serve', '--port', String(port), ...options);
  if (answered.code !== 0) throw new Error(answered.errors);
  return answered;
}

/** Three people who keep one space, which the first began. */
export async function people(): Promise<[Person, Person, Person]> {
  const three: [Person, Person, Person] = [new Person(), new Person(), new Person()];
  const { space } = (await three[0].json('init', 'gardening')) as { space: string };
  for (const other of three.slice(1)) await other.rockpool('init', space);
  return three;
}
