import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { framePage } from '../src/run/frame/frame-page.ts';
import { frameSubject } from '../src/run/frame-subject.ts';

const source = (name: string) => readFileSync(new URL(`../src/run/frame/${name}`, import.meta.url), 'utf8');

describe('The page of the frame', () => {
  const page = framePage(source('host.js'), source('harness.js'));
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(page) ?? [];
  const [, policy = ''] = /content-security-policy" content="([^"]*)"/.exec(page) ?? [];

  test('allows its own script by its hash, and no other source but what a module needs', () => {
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}' 'wasm-unsafe-eval' blob:`,
      'worker-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('has one script, whatever the texts in it', () => {
    expect(framePage('1', 'const a = "</script><script>alert(1)</script>";').match(/<script>/g)).toHaveLength(1);
  });
});

const opened = () => {
  const { port1, port2 } = new MessageChannel();
  const end = vi.fn(() => undefined);
  const listener = { message: vi.fn(), garbage: vi.fn(), end: vi.fn() };
  const transport = frameSubject(() => ({ port: port1, end }))(listener);
  return { frame: port2, end, listener, transport };
};

describe('A subject in a frame', () => {
  test('writes lines, garbage and to its log', async () => {
    const { frame, listener, transport } = opened();
    frame.postMessage({ errors: 'one\n' });
    frame.postMessage({ errors: 'two\n' });
    frame.postMessage({ line: '{}' });
    frame.postMessage({ garbage: 'a number' });
    await vi.waitFor(() => expect(listener.garbage).toHaveBeenCalledWith('a number'));
    expect(listener.message).toHaveBeenCalledWith('{}');
    expect(transport.stderr()).toBe('one\ntwo\n');
    await transport.kill();
  });

  test('ends once, and its frame with it', async () => {
    const { frame, end, listener, transport } = opened();
    frame.postMessage({ end: { how: 'exit', code: 1 } });
    frame.postMessage({ line: 'late' });
    await vi.waitFor(() => expect(listener.end).toHaveBeenCalledWith({ how: 'exit', code: 1 }));
    await transport.kill();
    expect([end.mock.calls.length, listener.message.mock.calls.length]).toEqual([1, 0]);
  });

  test('is killed with its frame and says nothing more', async () => {
    const { end, listener, transport } = opened();
    await transport.kill();
    await transport.close();
    expect([end.mock.calls.length, listener.end.mock.calls.length]).toEqual([1, 0]);
  });
});
