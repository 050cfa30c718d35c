import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for much else: begun last, they would be waited for alone. */
const longest: readonly string[] = [
  'scripts/test/pack.test.ts',
  'reference/test/transports.test.ts',
  'conformance/test/examples.test.ts',
  'conformance/test/parrot.test.ts',
  'conformance/test/faults.test.ts',
  'conformance/test/cli.test.ts',
  'conformance/test/laws.test.ts',
  'site/e2e/run.e2e.ts',
  'site/e2e/run-module.e2e.ts',
  'site/e2e/pages.e2e.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((path) => moduleId.endsWith(`/${path}`));
  return place < 0 ? longest.length : place;
};

/** Begins with the files that take longest, on a machine that has not seen them before too. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
