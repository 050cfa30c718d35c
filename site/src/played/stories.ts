import { fork } from './fork.ts';
import { ranges } from './ranges.ts';
import { slots } from './slots.ts';
import type { Story } from './story.ts';

/** All of them. */
export const stories: readonly Story[] = [slots, fork, ranges];

/** The story that a mark in a chapter names. */
export const storyNamed = (name: string): Story | undefined => stories.find((each) => each.name === name);
