import { Metrics } from './metrics.ts';

/** The numbers of a pub. */
export function pubMetrics(): Metrics {
  const metrics = new Metrics();
  metrics.define('rockpool_sessions', 'gauge', 'Sessions that are open.');
  metrics.define('rockpool_sessions_total', 'counter', 'Sessions that began, by how they were carried.', true);
  metrics.define('rockpool_session_ends_total', 'counter', 'Sessions that ended, by how.', true);
  metrics.define('rockpool_callers_turned_away_total', 'counter', 'Callers who were not let in, by why.', true);
  metrics.define('rockpool_rounds_total', 'counter', 'Rounds, by whether both had the same in the end.', true);
  metrics.define('rockpool_records_received_total', 'counter', 'Records that came, whatever became of them.');
  metrics.define('rockpool_records_sent_total', 'counter', 'Records that were sent.');
  metrics.define('rockpool_records_refused_total', 'counter', 'Records that came and were refused.');
  metrics.define('rockpool_bytes_received_total', 'counter', 'Bytes of messages that came.');
  metrics.define('rockpool_bytes_sent_total', 'counter', 'Bytes of messages that were sent.');
  metrics.define('rockpool_items', 'gauge', 'Records that are kept, by space.', true);
  return metrics;
}
