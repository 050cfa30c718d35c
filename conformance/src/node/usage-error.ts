/** The operator asked for something that cannot be: exit code 2, with this one sentence. */
export class UsageError extends Error {}
