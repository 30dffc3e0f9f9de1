// From g^m back to m, for m up to the total weight of an election (baby steps, giant steps; SPECIFICATION §8).
import type { PublicArithmetic } from "./group.ts";

/** Finds small exponents of the generator; keeps its table between calls. */
export class DiscreteLogarithm<Element> {
  private readonly group: PublicArithmetic<Element>;
  private readonly limit: number;
  private readonly babySteps = new Map<string, number>();
  private readonly stride: number;
  private readonly giantStep: Element;

  constructor(group: PublicArithmetic<Element>, limit: number) {
    this.group = group;
    this.limit = limit;
    this.stride = Math.ceil(Math.sqrt(limit + 1));
    let step = group.identity;
    for (let exponent = 0; exponent < this.stride; exponent += 1) {
      this.babySteps.set(group.serialize(step), exponent);
      step = group.multiply(step, group.generator.element);
    }
    this.giantStep = group.invert(step);
  }

  /** m with g^m = element and 0 ≤ m ≤ limit, or undefined if there is none. */
  find(element: Element): number | undefined {
    let rest = element;
    for (let giant = 0; giant <= this.stride; giant += 1) {
      const baby = this.babySteps.get(this.group.serialize(rest));
      const exponent = baby === undefined ? undefined : giant * this.stride + baby;
      if (exponent !== undefined) return exponent <= this.limit ? exponent : undefined;
      rest = this.group.multiply(rest, this.giantStep);
    }
    return undefined;
  }
}
