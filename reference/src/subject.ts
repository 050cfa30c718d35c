import { runSubject } from './subject/main.ts';

// Whoever reads the output may stop reading: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runSubject(process.argv.slice(2));
