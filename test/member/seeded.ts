import fc from 'fast-check';

/**
 * Holds a property over random inputs. The seed is fresh at every run, so that runs add up; a failure prints how to
 * repeat it, and `FAST_CHECK_SEED` does.
 */
export function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  property: (input: T) => void,
  options: { runs: number; file: string },
): void {
  const given = process.env['FAST_CHECK_SEED'];
  const seed = given === undefined ? Date.now() & 0x7fffffff : Number(given);
  const result = fc.check(fc.property(arbitrary, property), { seed, numRuns: options.runs });
  if (!result.failed) return;
  const rerun = `Rerun: FAST_CHECK_SEED=${seed} node --import tsx --test ${options.file}`;
  const why = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  throw new Error(`${rerun}\n${why}\n${fc.defaultReportMessage(result)}`, { cause: result.errorInstance });
}
