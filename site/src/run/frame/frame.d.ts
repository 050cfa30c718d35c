/** What stands before host.js in the frame's one script: the text of harness.js, and how long a line may be, in bytes. */
declare const HARNESS: string;
declare const LINE_BYTES: number;
