import { useState } from 'preact/hooks';
import type { GuestKind } from '../engine/event.ts';
import { space } from '../engine/people.ts';
import type { Pool } from '../screen/pool.ts';
import type { Desk } from './desk.ts';

type Props = { desk: Desk; pool: Pool };

/** Four ways to a peer that is not on this page. */
export const AddPeer = ({ desk, pool }: Props) => {
  const [address, setAddress] = useState(desk.address);
  const isBusy = desk.calling !== undefined || !pool.isReady;
  const callPub = (event: SubmitEvent): void => {
    event.preventDefault();
    desk.address = address;
    void desk.call('pub');
  };
  return (
    <div class="play-guests">
      <p class="play-quiet">
        It joins {pool.view.snapshot.peers.at(-1)?.name}, and the clocks here show the time of day. What it says becomes
        part of what happened, so you can go back, and share it, without it being there.
      </p>
      <section>
        <h3>In another tab</h3>
        <p>A whole peer that runs by itself. Write on both sides, or close it.</p>
        <a class="rp-button" href={desk.tabAddress} target="_blank" rel="noopener">
          Open a fourth peer in another tab
        </a>
        <Said desk={desk} of="tab" />
      </section>
      <section>
        <h3>Your program</h3>
        <Program desk={desk} isBusy={isBusy} />
        <Said desk={desk} of="program" />
      </section>
      <section>
        <h3>A pub</h3>
        <p>
          Nothing leaves this site until you press the button. The pub has to keep the space of these examples, in which
          anybody can write:
        </p>
        <Command words={`rockpool init ${space}\nrockpool serve`} />
        <form class="play-field" onSubmit={callPub}>
          <label for="play-pub">Its address</label>
          <input
            id="play-pub"
            class="rp-field"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="ws://127.0.0.1:7665"
            value={address}
            onInput={({ currentTarget }) => setAddress(currentTarget.value)}
          />
          <button type="submit" class="rp-button" disabled={isBusy || address.trim() === ''}>
            Connect
          </button>
        </form>
        <Said desk={desk} of="pub" />
      </section>
      <section>
        <h3>Over HTTP</h3>
        <p>The same session in real requests, answered in this tab. See them in your browser’s network panel.</p>
        <button type="button" class="rp-button" disabled={isBusy} onClick={() => void desk.call('http')}>
          Join a peer over HTTP
        </button>
        <Said desk={desk} of="http" />
      </section>
    </div>
  );
};

/** What is to be typed. A line of it is never broken, so that it can be told where a name ends. */
const Command = ({ words }: { words: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard
  <pre class="rp-code" tabIndex={0}>
    <code>{words}</code>
  </pre>
);

/** What came of a call, where one would look for it. */
const Said = ({ desk, of }: { desk: Desk; of: GuestKind }) => (
  <p class="play-guests-said" role="status">
    {desk.said.of === of && desk.said.words}
  </p>
);

/** A visitor's own program: how the bridge is started, or what it starts. */
const Program = ({ desk, isBusy }: { desk: Desk; isBusy: boolean }) => {
  const { bridge } = desk;
  if (bridge.state === 'connected')
    return (
      <>
        <p>
          The bridge starts <code>{bridge.command.join(' ')}</code>. Each of its answers is a message that you let
          arrive.
        </p>
        <button type="button" class="rp-button" disabled={isBusy} onClick={() => void desk.call('program')}>
          Ask my program
        </button>
      </>
    );
  return (
    <>
      {bridge.state === 'refused' && <p>The bridge said: {bridge.why}.</p>}
      <p>
        It plays a peer, and you step through the session with it. Start the bridge with the command that starts it, and
        open the address that it prints:
      </p>
      <Command
        words={
          'npm run build -w site\nnpm exec rockpool-conformance -- \\\n  bridge --page playground -- \\\n  python3 my_subject.py'
        }
      />
    </>
  );
};
