// The keeper of the voting codes shows which credential is the mandate's: her browser opens the encrypted list, derives it, and sends
// the credential alone. The code and the passphrase stay in this page.
import { useSubmit } from "@remix-run/react";
import { useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { publicCredentialOf } from "#app/lib/ballot-protocol/index.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { bindingKeyOf } from "../../domain/eligibility-tag.ts";
import { openCodeList } from "../../ui/ceremony/code-list.ts";
import { FileField } from "../../ui/ceremony/file-field.tsx";
import type { DisputeView } from "../queries/disputes.server.ts";

const longestList = 20_000_000;

export function ShowCredential({ dispute, group }: { readonly dispute: DisputeView; readonly group: GroupName }) {
  const { t } = useTranslation("elections");
  const submit = useSubmit();
  const [list, setList] = useState<string>();
  const [problem, setProblem] = useState<readonly { sentence: string }[]>([]);
  async function show(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const passphrase = new FormData(event.currentTarget).get("listPassphrase");
    const code = await findCode(list ?? "", typeof passphrase === "string" ? passphrase : "", dispute.label);
    if (code === undefined) {
      setProblem([{ sentence: t("disputes.credential.notFound") }]);
      return;
    }
    const { electionId, id: disputeId } = dispute;
    const publicCredential = publicCredentialOf({ group, uuid: electionId, code });
    const bindingKey = bindingKeyOf({ electionId, code });
    void submit({ act: "credential", disputeId, publicCredential, bindingKey }, { method: "post" });
  }
  return (
    <form onSubmit={(event) => void show(event)} className="mt-4 space-y-4">
      <p className="max-w-text">{t("disputes.credential.lead")}</p>
      <FormProblems problems={problem} />
      <FileField
        name="codeList"
        id={`field-list-${dispute.id}`}
        label={t("disputes.credential.list")}
        longest={longestList}
        onText={setList}
      />
      <TextField
        name="listPassphrase"
        id={`field-passphrase-${dispute.id}`}
        label={t("disputes.credential.passphrase")}
        type="password"
        autoComplete="off"
        required
      />
      <SubmitButton>{t("disputes.credential.send")}</SubmitButton>
    </form>
  );
}

/** The code of the organisation whose handle the label ends with; undefined when the list does not open or lacks it. */
async function findCode(list: string, passphrase: string, label: string): Promise<string | undefined> {
  const handle = /\(([^()]+)\)$/.exec(label)?.[1];
  const opened = await openCodeList(list, passphrase);
  return opened.ok ? opened.value.find(({ organizationHandle }) => organizationHandle === handle)?.code : undefined;
}
