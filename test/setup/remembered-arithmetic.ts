// What the protocol's groups have computed once, a worker does not compute again for the same numbers: the same randomness makes the same
// keys in every test, and half of a run went into computing them anew. For test/commands; pure tests and conformance do without.
import { groupNames } from "#app/lib/ballot-protocol/primitives/group-name.ts";
import type { FixedBase, Group } from "#app/lib/ballot-protocol/primitives/group.ts";
import { groupNamed } from "#app/lib/ballot-protocol/primitives/groups.ts";
import { randomNonZeroScalar } from "#app/lib/ballot-protocol/primitives/scalars.ts";

/** So many answers of one operation are kept: far more than a test file asks for, far less than a worker's memory. */
const mostAnswers = 30_000;

/** Makes the operations that cost something answer from memory where they were asked the same before. */
function rememberArithmetic<Element>(group: Group<Element>): void {
  const plain = { ...group };
  const texts = new WeakMap<object, string>();
  const textOf = (element: Element): string => {
    if (typeof element !== "object" || element === null) return plain.serialize(element);
    const known = texts.get(element) ?? plain.serialize(element);
    texts.set(element, known);
    return known;
  };
  const members = remembering<Element | undefined>();
  const powers = remembering<Element>();
  const bases = remembering<FixedBase<Element>>();
  const commitments = remembering<string>();
  const power = (element: Element, exponent: bigint, compute: () => Element) =>
    powers(`${textOf(element)} ${exponent}`, compute);

  group.parseMember = (text) => members(text, () => plain.parseMember(text));
  group.serialize = textOf;
  group.prepareBase = (element) => bases(textOf(element), () => plain.prepareBase(element));
  group.power = (element, exponent) => power(element, exponent, () => plain.power(element, exponent));
  group.powerOfBase = (base, exponent) => power(base.element, exponent, () => plain.powerOfBase(base, exponent));
  group.secretPowerOfBase = (base, exponent) =>
    power(base.element, exponent, () => plain.secretPowerOfBase(base, exponent));
  group.secretPower = (element, exponent, random) => {
    // Why: the answer does not depend on it, but what is drawn after it does.
    randomNonZeroScalar(group.order, random);
    return group.power(element, exponent);
  };
  group.recomputeCommitments = (requests) =>
    requests.map((request) => {
      const { base, response, element, challenge, shift } = request;
      const key = `${textOf(base.element)} ${response} ${textOf(element)} ${challenge} ${shift}`;
      return commitments(key, () => plain.recomputeCommitments([request])[0] ?? "");
    });
}

function remembering<Answer>() {
  const answers = new Map<string, Answer>();
  return (key: string, compute: () => Answer): Answer => {
    if (answers.has(key)) return answers.get(key) as Answer;
    const answer = compute();
    if (answers.size >= mostAnswers) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

let isRemembering = false;

/** Remembers for the rest of this process. */
export function rememberGroups(): void {
  if (isRemembering) return;
  isRemembering = true;
  for (const name of groupNames) rememberArithmetic(groupNamed(name));
}
