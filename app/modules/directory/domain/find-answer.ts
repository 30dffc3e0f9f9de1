// The answer of the directory to a question, as values: each door writes it in its own language.
import { prefixEnd } from "#app/lib/ip-addresses/index.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import type { PublicContact, PublicNetwork, PublicOrganization, PublicSystem } from "./public-view.ts";
import { findPublicContact, findPublicOrganization, publicNetwork, publicSystem } from "./public-view.ts";
import type { Question } from "./read-question.ts";

export type Answer =
  | { readonly kind: "network"; readonly network: PublicNetwork }
  | { readonly kind: "system"; readonly system: PublicSystem }
  | { readonly kind: "organization"; readonly organization: PublicOrganization }
  | { readonly kind: "contact"; readonly contact: PublicContact };

/** Undefined where nothing that the public may see matches. Source: RFC 9082 §3.1.1: the smallest network around what was asked. */
export function findAnswer(index: DirectoryIndex, question: Question): Answer | undefined {
  switch (question.kind) {
    case "prefix": {
      const { prefix } = question;
      const network = index.tree.around(prefix.family, prefix.start, prefixEnd(prefix));
      return network === undefined ? undefined : { kind: "network", network: publicNetwork(index, network) };
    }
    case "asn": {
      const system = index.system(question.asn);
      return system === undefined ? undefined : { kind: "system", system: publicSystem(index, system) };
    }
    case "handle": {
      const organization = findPublicOrganization(index, question.handle);
      if (organization !== undefined) return { kind: "organization", organization };
      const contact = findPublicContact(index, question.handle);
      return contact === undefined ? undefined : { kind: "contact", contact };
    }
  }
}
