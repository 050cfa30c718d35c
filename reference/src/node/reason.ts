/** What the system says of a failure, without the call of Node's behind the comma. */
export const reasonOf = (error: unknown): string => (error as Error).message.split(',', 1)[0] ?? '';
