import { useEffect, useRef, useState } from 'preact/hooks';
import { joinChannel } from '../../../../reference/src/transport/broadcast-channel.ts';
import { looksOf } from '../looks.ts';
import { WriteForm } from '../screen/write-form.tsx';
import { StateBadge } from '../state-badge.tsx';
import { LocalPeer } from './local-peer.ts';
import { first } from './phone.ts';
import { channelOf } from './tab.ts';
import './guests.css';

/** How a tab stands to the playground that opened it. */
type Way = { readonly is: 'alone' | 'joined' | 'over'; readonly words: string };

const alone: Way = {
  is: 'alone',
  words: 'No playground has called yet. Open this tab with the link there, and leave that tab open.',
};

/** A peer that is a tab of its own: what it keeps, what can be written, and whether the playground is there. */
export const TabPeer = () => {
  const [way, setWay] = useState(alone);
  const [version, setVersion] = useState(0);
  const [peer, setPeer] = useState<LocalPeer>();
  const [said, setSaid] = useState('');
  const [forms, setForms] = useState(0);
  const calls = useRef(0);
  useEffect(() => {
    const name = location.hash.slice(1);
    const channel = channelOf(name);
    let leave = (): void => undefined;
    const made = new LocalPeer(() => setVersion((before) => before + 1));
    void made.begin().then((begun) => {
      setPeer(begun);
      leave = joinChannel(channel, ({ transport }) => {
        const call = ++calls.current;
        setWay({ is: 'joined', words: 'The playground has called: what it lets arrive comes here.' });
        void begun.meet(transport).then((words) => {
          // A later call is another one.
          if (call === calls.current)
            setWay({ is: 'over', words: `The playground is not there any more${words === '' ? '' : `: ${words}`}.` });
        });
      });
    });
    const go = (): void => {
      leave();
      channel.close();
    };
    addEventListener('pagehide', go);
    return () => {
      removeEventListener('pagehide', go);
      go();
    };
  }, []);
  const summary = peer?.summary;
  const look = summary && looksOf([summary.fingerprint])[summary.fingerprint];
  return (
    <div class="play not-content" data-way={way.is} data-version={version}>
      <article class="play-peer" data-hue={look?.hue} aria-labelledby="play-tab-peer">
        <header>
          {summary && look ? (
            <StateBadge look={look} says={`State ${summary.fingerprint.slice(0, 6)}`} />
          ) : (
            <span class="play-unknown" aria-hidden="true" />
          )}
          <div>
            <h2 id="play-tab-peer">Suzy’s phone</h2>
            <p class="play-quiet" role="status">
              {way.words}
            </p>
          </div>
        </header>
        {(peer?.pages ?? [first]).map(({ path, author, content }) => (
          <div key={path} class="play-page">
            <p class="play-path">{path}</p>
            <p class="play-content">
              {content} <span class="play-by">{author}</span>
            </p>
          </div>
        ))}
        <WriteForm
          key={forms}
          name="Suzy’s phone"
          taken={[]}
          kind="page"
          onCancel={() => setForms(forms + 1)}
          onWrite={(content, path) => {
            if (peer === undefined) return;
            setForms(forms + 1);
            void peer.write(path, content).then(
              () => setSaid(`Written: ${path}.`),
              (error: Error) => setSaid(error.message),
            );
          }}
        />
        <p class="play-guests-said" role="status">
          {said}
        </p>
      </article>
    </div>
  );
};
