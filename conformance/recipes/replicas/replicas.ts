import type { DraftFile } from '../cases/file.ts';
import { anew } from './anew.ts';
import { contents } from './contents.ts';
import { durables } from './durable.ts';
import { durableAnswers } from './durable-answers.ts';
import { earthstarReplicas } from './earthstar.ts';
import { extremes, queryExtremes } from './extremes.ts';
import { filters } from './filters.ts';
import { keeping } from './keeping.ts';
import { leaving } from './leaving.ts';
import { lists, queryLists } from './lists.ts';
import { outcomes } from './outcomes.ts';
import { badQueries } from './query-bad.ts';
import { queryLives } from './query-live.ts';
import { queryMembers } from './query-members.ts';
import { queryOrders } from './query-orders.ts';
import { queryPages } from './query-pages.ts';
import { queryPairs } from './query-pairs.ts';
import { rooms } from './room.ts';
import { states } from './states.ts';
import { queryTexts, texts } from './texts.ts';
import { wishes } from './wishes.ts';

/** What a replica keeps. */
export const makeReplica = (): DraftFile => ({
  name: 'replica',
  title: 'Replicas',
  description:
    'Schedules: what becomes of each record that a replica is given, what it keeps whatever comes first, and what it says that it holds.',
  cases: [
    ...outcomes(),
    ...keeping(),
    ...rooms(),
    ...contents(),
    ...wishes(),
    ...states(),
    ...filters(),
    ...leaving(),
    ...anew(),
    ...lists(),
    ...extremes(),
    ...texts(),
  ],
});

/** How a replica is asked. */
export const makeReplicaQuery = (): DraftFile => ({
  name: 'replica-query',
  title: 'Queries',
  description: 'Schedules: which records a query leaves in, their order, and pages while records come and go.',
  cases: [
    ...queryMembers(),
    ...queryPairs(),
    ...queryOrders(),
    ...queryPages(),
    ...queryLives(),
    ...badQueries(),
    ...queryLists(),
    ...queryExtremes(),
    ...queryTexts(),
  ],
});

/** What a replica never loses. */
export const makeReplicaDurable = (): DraftFile => ({
  name: 'replica-durable',
  title: 'Replicas that outlive their process',
  description: 'Schedules in which the process is ended by force and started again.',
  cases: [...durables(), ...durableAnswers()],
});

export const makeEarthstarReplica = (): DraftFile => ({
  name: 'earthstar-replica',
  title: 'Replicas of Earthstar documents',
  description: 'Schedules with documents of es.4 and es.5: what is kept, queries, filters, and the end of the process.',
  cases: earthstarReplicas(),
});
