import { aloud } from './aloud.ts';
import type { PeerAt } from './event.ts';
import type { Happened } from './happened.ts';
import type { Judged } from './peer.ts';
import { authors, withNames } from './people.ts';
import { durationWords } from './time-words.ts';
import { counted, listWords, meaningOf, nameOf, recordWords, saidWords } from './words.ts';
import type { World } from './world.ts';

type Told = Omit<Happened, 'sentence'>;

/** What happened, in one sentence or two, for somebody who has never read the specification. */
export const sentenceOf = (world: World, told: Told): string =>
  [eventWords(world, told), ...consequences(world, told)].filter((words) => words !== '').join(' ');

const linkWords = (world: World, link: number): string => {
  const [one, other] = world.links[link]?.peers ?? [0, 0];
  return `${nameOf(world, one)} and ${nameOf(world, other)}`;
};

const eventWords = (world: World, { event, effect }: Told): string => {
  const name = (at: PeerAt) => nameOf(world, at);
  if (effect.isVain) return vainWords(event, name);
  if (effect.written?.ok === false)
    return `${'peer' in event ? name(event.peer) : 'Somebody'} cannot write that: ${meaningOf(effect.written.code)} (${effect.written.requirement}).`;
  switch (event.do) {
    case 'write':
      return `${name(event.peer)} writes ${withNames(event.path)}: “${event.content}”.`;
    case 'delete':
      return `${name(event.peer)} deletes ${withNames(event.path)}.`;
    case 'post':
      return `${name(event.peer)} says “${event.content}”.`;
    case 'forget':
      return `${name(event.peer)} wishes message ${event.sequence} forgotten.`;
    case 'fill':
      return `${listWords(event.peers.map(name))} take ${counted(event.count, 'record')} from one backup.`;
    case 'give':
      return `${name(event.peer)} is given ${recordWords(event.record.text)}.`;
    case 'clock':
      return event.ahead === 0
        ? `${name(event.peer)}’s clock is set right.`
        : `${name(event.peer)}’s clock is now ${durationWords(Math.abs(event.ahead))} ${event.ahead > 0 ? 'ahead' : 'behind'}.`;
    case 'wait':
      return `${durationWords(event.micros)} go by.`;
    case 'cut':
      return `The cable between ${linkWords(world, event.link)} is cut.${effect.lost ? ` ${counted(effect.lost, 'message')} on the way ${effect.lost === 1 ? 'is' : 'are'} lost.` : ''}`;
    case 'heal':
      return `The cable between ${linkWords(world, event.link)} is whole again.`;
    case 'call':
      return `${linkWords(world, event.link)} compare what they have.`;
    case 'settle':
      return effect.arrived === 0
        ? 'Nothing was on its way.'
        : `Everything arrives: ${counted(effect.arrived ?? 0, 'message')}.`;
    case 'hold':
      return `Message ${world.shownAs(event.message)} is held back, and all behind it.`;
    case 'release':
      return `Message ${world.shownAs(event.message)} goes on.`;
    case 'lose':
      return `Message ${world.shownAs(event.message)} is lost.`;
    case 'repeat':
      return `Message ${world.shownAs(event.message)} will arrive twice.`;
    case 'hurry':
      return `Message ${world.shownAs(event.message)} overtakes those before it.`;
    case 'alter':
      return `One byte of message ${world.shownAs(event.message)} is changed on its way.`;
    case 'forge':
      return forgeryWords(name(event.peer), event.peer === 0 ? authors.fern.name : authors.suzy.name)[event.act];
    case 'rule':
      return `${name(event.peer)}’s program ${event.off ? 'leaves out' : 'keeps'} ${event.requirement}${event.off ? '' : ' again'}.`;
    case 'full':
      return event.full ? `${name(event.peer)}’s disk is full.` : `${name(event.peer)}’s disk has room again.`;
    case 'wipe':
      return `${name(event.peer)} loses everything.`;
    case 'save':
      return `${name(event.peer)} saves everything in a file.`;
    case 'restore':
      return `${name(event.peer)} takes back what is in the file.`;
    case 'reload':
      return `${name(event.peer)}’s page is loaded again.`;
    case 'join':
      return `${name(event.host)} calls ${name(event.guest)}, which is not on this page.`;
    case 'hear':
      return `${name(event.guest)} answers: that is on its way.`;
    case 'leave':
      return `${name(event.guest)} has left: ${event.why}.`;
    case 'connect':
      return `${name(event.peers[0])} calls ${name(event.peers[1])}.`;
    case 'pump':
      return `${counted(effect.arrived ?? 0, 'message')} arrive over ${event.connection}.`;
    case 'drop':
      return `${event.connection} is cut.`;
    case 'part':
      return event.peers.length === 0
        ? 'All can reach each other again.'
        : `${listWords(event.peers.map(name))} can reach nobody else.`;
    case 'deliver':
      return '';
  }
};

/** Why nothing came of it. */
const vainWords = (event: Happened['event'], name: (at: PeerAt) => string): string => {
  if (event.do !== 'forge') return 'There is nothing to do here.';
  const who = name(event.peer);
  if (event.act === 'content') return `${who} has no page of somebody else to change, or nobody to send it to.`;
  if (event.act === 'fork') return `${who} has said nothing yet, or nobody hears it: there are no two stories to tell.`;
  return `Nobody hears ${who}: there is no call to send that over.`;
};

const forgeryWords = (forger: string, victim: string) => ({
  author: `${forger} writes a page and puts ${victim}’s name to it.`,
  path: `${forger} writes under a path that is ${victim}’s alone.`,
  content: `${forger} passes a page on, and has changed what it says.`,
  future: `${forger} dates a page to tomorrow, so that it would win.`,
  space: `${forger} sends a page of another space.`,
  fork: `${forger} says something else in the place of a message that is there already.`,
  flood: `${forger} sends a flood of pages, signed with a key that nobody has vouched for.`,
  counts: `${forger} runs a program that lies about how many records it has.`,
  split: `${forger} runs a program that never comes to the point.`,
});

/** What comes of it, as far as it can be seen at the peers. */
const consequences = (world: World, { effect, judged }: Told): readonly string[] => {
  const arrived = effect.message === undefined ? undefined : world.messages[effect.message - 1];
  const heard =
    arrived === undefined
      ? []
      : [`${nameOf(world, arrived.from)} to ${nameOf(world, arrived.to)}: ${aloud(saidWords(arrived.text))}`];
  const received = judged.filter(({ from }) => from !== undefined);
  return [...heard, ...fates(world, received)];
};

/** What became of the records that were received, those of one fate together. */
const fates = (world: World, judged: readonly Judged[]): readonly string[] => {
  const groups = new Map<string, { name: string; fate: string; words: string[] }>();
  for (const each of judged) {
    const fate = fateOf(each);
    if (fate === undefined) continue;
    const name = nameOf(world, each.peer);
    const key = `${name} ${fate}`;
    const group = groups.get(key) ?? { name, fate, words: [] };
    group.words.push(recordWords(String(each.record.text)));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ name, fate, words }) => `${name} ${fate.replace('…', listWords(words))}`);
};

const fateOf = ({ outcome }: Judged): string | undefined => {
  switch (outcome.is) {
    case 'accepted':
      return 'keeps ….';
    case 'held':
      return 'keeps … aside: nobody has vouched for the key.';
    case 'ignored':
      if (outcome.reason === 'foreign') return 'does not want …: it does not belong here.';
      return outcome.reason === 'quota' ? 'has no room for ….' : undefined;
    case 'rejected':
      return `refuses …: ${meaningOf(outcome.rejected.code)} (${outcome.rejected.requirement}).`;
  }
};
