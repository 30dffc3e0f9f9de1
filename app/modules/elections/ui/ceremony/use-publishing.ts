// Publishing with its outcome: what was made is kept until the server has it, so that it can be sent again.
import { useCallback, useState } from "react";
import type { CeremonyMessage } from "../../domain/ceremony-message.ts";
import type { PublishOutcome } from "./publish-message.ts";
import { publishMessage } from "./publish-message.ts";

export interface Publishing {
  readonly isSending: boolean;
  readonly outcome: PublishOutcome | undefined;
  /** Answers whether it is published. */
  publish(message: CeremonyMessage): Promise<boolean>;
  /** Sends what was not accepted once more. */
  again(): Promise<boolean>;
}

export function usePublishing(electionId: string, onPublished: () => void | Promise<void>): Publishing {
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<PublishOutcome>();
  const [unsent, setUnsent] = useState<CeremonyMessage>();
  const publish = useCallback(
    async (message: CeremonyMessage) => {
      setSending(true);
      setUnsent(message);
      const how = await publishMessage(electionId, message);
      setOutcome(how);
      setSending(false);
      if (how.kind !== "published") return false;
      setUnsent(undefined);
      await onPublished();
      return true;
    },
    [electionId, onPublished],
  );
  const again = useCallback(async () => (unsent === undefined ? false : publish(unsent)), [publish, unsent]);
  return { isSending, outcome, publish, again };
}
