import { copyAsSchedule } from './engine/copy-as-schedule.ts';
import { learn } from './engine/engine.ts';
import type { PeerAt, Timeline } from './engine/event.ts';
import { inspectMessage } from './engine/inspect.ts';
import { Play } from './engine/play.ts';
import { snapshotOf } from './engine/snapshot.ts';
import type { AnswerTo, Played, Question } from './worker-messages.ts';

/** What is answered at once: all but what needs the judge's model, which is loaded when somebody asks for it. */
export type QuickQuestion = Exclude<Question, { ask: 'copy' | 'prepare' }>;

/** What a worker does with the questions of its page: the same in a worker, in a test and in a build. */
export class Player {
  #play: Play | undefined;

  answer<Ask extends QuickQuestion['ask']>(question: Extract<QuickQuestion, { ask: Ask }>): AnswerTo[Ask];
  answer(question: QuickQuestion): AnswerTo[QuickQuestion['ask']] {
    if (question.ask === 'open') {
      learn(question.known ?? []);
      return this.#open(question.timeline, question.position);
    }
    const play = this.#opened;
    if (question.ask === 'schedule') return copyAsSchedule(play);
    if (question.ask === 'inspect') return inspectMessage(play.world, question.message);
    if (question.ask === 'go') play.go(question.position);
    else for (const event of question.events) play.add(event);
    return played(play);
  }

  async copy(peer: PeerAt): Promise<AnswerTo['copy']> {
    const { copyAsTest } = await judge();
    return copyAsTest(this.#opened, peer);
  }

  async prepare(): Promise<undefined> {
    await judge();
  }

  get #opened(): Play {
    if (this.#play === undefined) throw new RangeError('no time line is open');
    return this.#play;
  }

  #open(timeline: Timeline, position: number): Played {
    this.#play = new Play(timeline).go(position);
    return played(this.#play);
  }
}

/** The judge's model, which is loaded when it is wanted. */
const judge = () => import('./engine/copy-as-test.ts');

const played = (play: Play): Played => ({ snapshot: snapshotOf(play), timeline: play.timeline });
