import { NO_BROWSER } from './chromium.ts';
import { skipAll } from './skip.ts';

if (NO_BROWSER !== undefined) skipAll(NO_BROWSER);
