import { exampleSet } from '../../../inspector/facts.ts';
import { formatNames } from '../../../inspector/protocol.ts';

export const getStaticPaths = () => formatNames.map((format) => ({ params: { format } }));

/** The examples of one format, loaded when somebody looks for them. */
export const GET = ({ params }: { params: { format: string } }) =>
  new Response(JSON.stringify(exampleSet(params.format)), { headers: { 'content-type': 'application/json' } });
