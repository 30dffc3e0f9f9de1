// In which order the files of a run begin. Why: files of a kind that share a worker's modules must follow each other, or the worker starts anew;
// and what takes long begins early, so that at the end nobody waits for one last story.
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** The kinds whose single files take longest come first; kinds that are not named come last. */
const order = ["journeys", "processes", "conformance", "commands", "pure", "architecture"];

export class OrderOfFiles extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ project }: TestSpecification): number {
  const place = order.indexOf(project.name);
  return place === -1 ? order.length : place;
}
