/** A package that is published: what it is made of, by the path inside it. */
export type Published = {
  /** Folder of the workspace. */
  workspace: 'reference' | 'conformance';
  command: string;
  /** Must run in a browser too: nothing of Node may be reached from it. */
  neutral: readonly string[];
  node: readonly string[];
};

export const PUBLISHED: readonly Published[] = [
  {
    workspace: 'reference',
    command: 'rockpool',
    neutral: ['index', 'web/index'],
    node: ['cli', 'subject', 'node/index', 'node/pool-worker'],
  },
  { workspace: 'conformance', command: 'rockpool-conformance', neutral: ['index'], node: ['cli'] },
];
