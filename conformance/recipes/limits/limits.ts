import type { DraftFile } from '../cases/file.ts';
import { deepTexts } from './deep.ts';

export const makeLimits = (): DraftFile => ({
  name: 'limits',
  title: 'Limits',
  description: 'Texts that are nested deeper than a program may call itself, in every operation and format.',
  cases: deepTexts(),
});
