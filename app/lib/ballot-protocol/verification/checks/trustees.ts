// Check "trustees": every key is proved, and threshold keys follow from the published polynomials (SPECIFICATION §7.5).
import type { PublicArithmetic } from "../../primitives/group.ts";
import { verifyTrusteesPayload, type VerifiedTrustees } from "../../v1/trustees/verify-trustees.ts";
import type { CheckLedger } from "../report.ts";

/** Verifies the trustees' payload. */
export function checkTrustees<Element>(
  ledger: CheckLedger,
  arithmetic: PublicArithmetic<Element>,
  payload: string | undefined,
): VerifiedTrustees<Element> | undefined {
  if (payload === undefined) {
    ledger.fail("trustees", "EVENT_PAYLOAD_MISSING", "the archive has no trustees");
    return undefined;
  }
  const trustees = verifyTrusteesPayload(arithmetic, payload);
  if (!trustees.ok) {
    const trustee = trustees.error.details?.["trustee"];
    const where = trustee === undefined ? undefined : `trustee ${trustee}`;
    ledger.fail("trustees", trustees.error.code, "the trustees' keys do not hold", where);
    return undefined;
  }
  const kinds = trustees.value.items.map((item) =>
    item.kind === "Single" ? "one mandatory" : `${item.threshold} of ${item.keys.length}`,
  );
  const unsigned = trustees.value.isFullySigned
    ? ""
    : "; without the trustees' signatures, as belenios-tool 2.0 writes them";
  ledger.pass("trustees", `${trustees.value.owners.length} keys proved (${kinds.join(", ")})${unsigned}`);
  return trustees.value;
}
