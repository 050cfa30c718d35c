import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Known } from '../playground/engine/engine.ts';
import type { Event, Timeline } from '../playground/engine/event.ts';
import { Pump } from '../playground/pump.ts';
import { RemotePlayer } from '../playground/remote-player.ts';
import { CableCopy } from './cable-copy.tsx';
import { CableLine } from './cable-line.tsx';
import { type CableView, cableViewOf } from './cable-view.ts';
import { cableWords } from './cable-words.ts';
import './cable.css';

type Props = { timeline: Timeline; known: Known; first: CableView };

/** How long a message is to be seen on its way: as long as it moves, or, where nothing is to move, as long as it takes to see that it is there. */
const crossMillis = { moving: 380, still: 150 };

const wait = (): Promise<void> => {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return new Promise((done) => setTimeout(done, crossMillis[isStill ? 'still' : 'moving']));
};

/** Three peers of the reference in a row, one cable that can be cut, and a page that everybody can write. Without script, a picture of it. */
export const Cable = ({ timeline, known, first }: Props) => {
  const [view, setView] = useState(first);
  const [whenCut, setWhenCut] = useState<CableView>();
  const [fault, setFault] = useState('');
  const [isAwake, setAwake] = useState(false);
  const pump = useRef<Pump>();
  useEffect(() => {
    const remote = new RemotePlayer();
    pump.current = new Pump({
      player: remote,
      timeline,
      known,
      wait,
      onSeen: (snapshot) => setView(cableViewOf(snapshot)),
      onFault: setFault,
    });
    setAwake(true);
    return () => remote.close();
  }, []);
  const act = (event: Event): void => void pump.current?.do(event);
  const toggle = (): void => {
    if (!view.isCut) setWhenCut(view);
    act({ do: view.isCut ? 'heal' : 'cut', link: 0 });
  };
  const { says, next } = cableWords(view, whenCut);
  return (
    <div
      class="rp-cable not-content"
      data-awake={isAwake}
      data-equal={view.areEqual}
      // The player is loaded when somebody comes near.
      onPointerEnter={() => pump.current?.wake()}
      onFocusCapture={() => pump.current?.wake()}
    >
      <p class="rp-cable-says" role="status">
        <span>{fault === '' ? says : `${fault}. Load the page again.`}</span> <strong>{next}</strong>
      </p>
      <ol class="rp-cable-row">
        {view.copies.map((copy, at) => (
          <Fragment key={copy.name}>
            {at > 0 && (
              <CableLine
                isCut={at === 1 && view.isCut}
                dots={view.dots.filter(({ link }) => link === at - 1)}
                between={[view.copies[at - 1]?.name ?? '', copy.name]}
              >
                {at === 1 && (
                  <button type="button" class="rp-cable-cut" data-cut={view.isCut} disabled={!isAwake} onClick={toggle}>
                    {view.isCut ? 'Mend the cable' : 'Cut the cable'}
                  </button>
                )}
              </CableLine>
            )}
            <CableCopy
              copy={copy}
              at={at}
              isAwake={isAwake}
              write={(content) => act({ do: 'write', peer: at, path: '/wiki/pond', content })}
            />
          </Fragment>
        ))}
      </ol>
      <p class="rp-cable-said">{view.said}</p>
    </div>
  );
};
