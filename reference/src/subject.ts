import { runSubject } from './subject/main.ts';

process.exitCode = await runSubject(process.argv.slice(2));
