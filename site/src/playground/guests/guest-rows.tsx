import type { GuestView } from '../engine/guest-view.ts';
import { meaningOf } from '../engine/words.ts';
import type { Looks } from '../looks.ts';
import { Cable } from '../screen/cable.tsx';
import type { Pick, SetPick } from '../screen/pick.ts';
import type { Pool } from '../screen/pool.ts';
import { Mark } from '../screen/signs.tsx';
import { nameAt } from '../screen/words.ts';
import { StateBadge } from '../state-badge.tsx';
import type { Desk } from './desk.ts';
import './guests.css';

type Props = {
  looks: Looks;
  pool: Pool;
  desk: Desk;
  pick: Pick | undefined;
  setPick: SetPick;
  base: string;
  openPanel: () => void;
};

const titles: Readonly<Record<GuestView['is'], string>> = {
  tab: 'A peer in another tab',
  program: 'Your program',
  pub: 'A pub',
  http: 'A peer behind HTTP',
};

/** Guests, each at the end of a cable. */
export const GuestRows = ({ looks, pool, desk, pick, setPick, base, openPanel }: Props) => {
  const { snapshot } = pool.view;
  const callAgain = (is: GuestView['is']) => () => {
    // Without an address there is nobody to call.
    if ((is === 'pub' && desk.address === '') || (is === 'program' && desk.bridge.state !== 'connected')) openPanel();
    // What went wrong is said there.
    else void desk.call(is).then((isThere) => isThere || openPanel());
  };
  return (
    <>
      {snapshot.guests.map((guest) => {
        const link = snapshot.links[guest.link];
        return (
          <section key={guest.at} class="play-guest-row" aria-label={titles[guest.is]}>
            <p class="play-guest-host">{nameAt(snapshot, guest.host)}</p>
            {link && <Cable link={link} pool={pool} pick={pick} setPick={setPick} onMend={callAgain(guest.is)} />}
            <GuestCard guest={guest} looks={looks} pool={pool} desk={desk} base={base} onCall={callAgain(guest.is)} />
          </section>
        );
      })}
    </>
  );
};

type CardProps = { guest: GuestView; looks: Looks; pool: Pool; desk: Desk; base: string; onCall: () => void };

const GuestCard = ({ guest, looks, pool, desk, base, onCall }: CardProps) => {
  const { at, is, host, said, lamp, broken, isOpen } = guest;
  const { snapshot } = pool.view;
  const isLive = desk.isLive(at);
  const look = said && looks[said.fingerprint];
  return (
    <article
      class="play-peer play-guest"
      data-guest={at}
      data-hue={look?.hue}
      data-live={(isLive && isOpen) || undefined}
      tabIndex={-1}
      aria-labelledby={`play-guest-${at}`}
    >
      <header>
        {said && look ? (
          <StateBadge look={look} says={`State ${said.fingerprint.slice(0, 6)}, as it says`} />
        ) : (
          <span class="play-unknown" role="img" aria-label="Its state is not known">
            ?
          </span>
        )}
        <div>
          <h2 id={`play-guest-${at}`}>{titles[is]}</h2>
          <p class="play-quiet">
            {said === undefined
              ? 'has not said what it keeps'
              : `says that it keeps ${said.count.toLocaleString('en')} ${said.count === 1 ? 'record' : 'records'}`}
          </p>
        </div>
      </header>
      <ul class="play-lamps">
        <li data-is={lamp.is}>
          <Mark
            is={
              lamp.is === 'equal'
                ? 'yes'
                : lamp.is === 'cut'
                  ? 'cut'
                  : lamp.is === 'refused' || lamp.is === 'ended'
                    ? 'no'
                    : 'open'
            }
          />
          <span>
            <b>{nameAt(snapshot, host)}:</b> {lamp.words}
          </span>
        </li>
      </ul>
      {broken && <Broken broken={broken} snapshot={snapshot} base={base} />}
      {/* A cable that is cut is mended at its shears. */}
      {lamp.is !== 'cut' && (!(isLive && isOpen) || broken) && (
        <p class="play-row">
          {isOpen && !isLive && <span class="play-quiet">It is not there now: what it said is played again.</span>}
          <button type="button" class="rp-button" disabled={desk.calling !== undefined} onClick={onCall}>
            Call it again
          </button>
        </p>
      )}
    </article>
  );
};

type BrokenProps = {
  broken: NonNullable<GuestView['broken']>;
  snapshot: Pool['view']['snapshot'];
  base: string;
};

/** A message that a session cannot go on with: who refused it, by which rule, in which words. */
const Broken = ({ broken: { code, by, detail }, snapshot, base }: BrokenProps) => {
  const requirement = /^([A-Z]+-\d+): /.exec(detail)?.[1];
  return (
    <div class="play-refusal">
      <p>
        <strong>{nameAt(snapshot, by)} refused what was said:</strong> {meaningOf(code)} (
        {requirement !== undefined && (
          <>
            <a href={`${base}requirements/#${requirement.toLowerCase()}`}>{requirement}</a>,{' '}
          </>
        )}
        <a href={`${base}codes/#${code}`}>{code}</a>)
      </p>
      {detail !== '' && <p>{detail}</p>}
    </div>
  );
};
