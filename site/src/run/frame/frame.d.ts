/** The text of harness.js, which stands before host.js in the frame's one script. */
declare const HARNESS: string;
