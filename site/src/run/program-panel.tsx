import type { Bridge } from './bridge.ts';

/** How a program on the visitor's machine is reached, or that it is. */
export const ProgramPanel = ({ bridge }: { bridge: Bridge }) => {
  switch (bridge.state) {
    case 'asking':
      return <p role="status">Asking the bridge…</p>;
    case 'connected':
      return (
        <p role="status">
          <span class="rp-verdict" data-verdict="passed">
            Connected
          </span>{' '}
          The bridge starts <code>{bridge.command.join(' ')}</code>
        </p>
      );
    case 'refused':
      return (
        <div role="alert">
          <p>
            <span class="rp-verdict" data-verdict="failed">
              Refused
            </span>{' '}
            The bridge said: {bridge.why}.
          </p>
          <Steps />
        </div>
      );
    case 'none':
      return <Steps />;
  }
};

const Steps = () => (
  <>
    <p>
      A page cannot start programs. A small command on your machine can, for this page alone: it serves this site from{' '}
      <code>127.0.0.1</code> and starts your program as often as the judge asks for it.
    </p>
    <ol>
      <li>
        In this repository, start the bridge with the command that starts your program:
        <pre class="rp-code">
          <code>{'npm run build -w site\nnpm exec rockpool-conformance -- bridge -- python3 my_subject.py'}</code>
        </pre>
      </li>
      <li>Open the address that it prints. It works once.</li>
      <li>Start the run there.</li>
    </ol>
  </>
);
