/** The text of the worker, which is put in front of the frame's script. */
declare const HARNESS: string;
