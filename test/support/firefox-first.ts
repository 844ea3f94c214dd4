import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Firefox's one long file begins with the first of its group: last it would run alone. */
export class FirefoxFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ project }: TestSpecification) => project.name === 'firefox';
    const orderOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.toSorted(
      (a, b) => orderOf(a) - orderOf(b) || Number(isLong(b)) - Number(isLong(a)),
    );
  }
}
