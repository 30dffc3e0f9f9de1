// The second factor: turning it on with an authenticator, its recovery codes, turning it off.
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import QRCode from "qrcode";
import { useTranslation } from "react-i18next";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { StatusMessage } from "#app/ui/status-message.tsx";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "../../commands/enrol-second-factor.server.ts";
import { safePath } from "../../domain/safe-path.ts";
import { linkToRequiredSecondFactor, linkToSecondFactor } from "../../links.ts";
import { getSecondFactor } from "../../queries/own-account.server.ts";
import { AccountPage } from "../../ui/account-page.tsx";
import { RecoveryCodes } from "../../ui/recovery-codes.tsx";
import { Required, SecondFactorBegun, SecondFactorOff, SecondFactorOn } from "../../ui/second-factor-states.tsx";
import { useRefusal } from "../../ui/use-refusal.ts";
import { openDoor } from "../door.server.ts";
import { readText } from "../read-form.server.ts";
import { refused } from "../refused.server.ts";

export const handle: PageHandle = { title: "accounts:secondFactor.title" };

export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const state = await getSecondFactor(context);
  const { searchParams } = new URL(args.request.url);
  const isOff = searchParams.get("done") === "off";
  const next = searchParams.has("required") ? safePath(searchParams.get("next")) : undefined;
  const shown = { userId: context.actor.userId, hasJustBeenTurnedOff: isOff && state.kind === "off", next };
  if (state.kind !== "begun") return { ...shown, state, qrCode: "" };
  // Why dark on light whatever the theme: many cameras cannot read it the other way round.
  return {
    ...shown,
    state,
    qrCode: await QRCode.toString(state.uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const form = await args.request.formData();
  switch (readText(form, "act", 20)) {
    case "begin": {
      const outcome = await beginSecondFactor(context);
      return outcome.ok ? redirect(here(args.request)) : refused(outcome.error, {});
    }
    case "confirm": {
      const outcome = await confirmSecondFactor(context, readText(form, "code", 32));
      return outcome.ok ? { recoveryCodes: outcome.value } : refused(outcome.error, {});
    }
    case "renew-codes": {
      const outcome = await renewRecoveryCodes(context);
      return outcome.ok ? { recoveryCodes: outcome.value } : refused(outcome.error, {});
    }
    case "remove":
      await removeSecondFactor(context);
      return redirect(`${linkToSecondFactor()}?done=off`);
    default:
      throw new Response(null, { status: 400 });
  }
}

/** The page that needs it stays in the address while it is being turned on. */
function here(request: Request): string {
  const { searchParams } = new URL(request.url);
  return searchParams.has("required")
    ? linkToRequiredSecondFactor(safePath(searchParams.get("next")))
    : linkToSecondFactor();
}

const fieldOf = { CODE_REFUSED: "code" };

export default function SecondFactor() {
  const { t } = useTranslation("accounts");
  const { state, qrCode, userId, hasJustBeenTurnedOff, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer !== undefined && "refusal" in answer ? answer : undefined;
  const codes = answer !== undefined && "recoveryCodes" in answer ? answer.recoveryCodes : undefined;
  const { problems, problemOf } = useRefusal(refusal, fieldOf);
  return (
    <AccountPage title={t("secondFactor.title")} lead={codes === undefined ? t("secondFactor.lead") : undefined}>
      <StatusMessage tone={hasJustBeenTurnedOff ? "warning" : "success"}>
        {codes !== undefined ? t("secondFactor.codesReady") : hasJustBeenTurnedOff ? t("secondFactor.turnedOff") : null}
      </StatusMessage>
      {next === undefined ? null : <Required next={next} isOn={codes !== undefined || state.kind === "on"} />}
      <FormProblems problems={problems} />
      {codes === undefined ? null : <RecoveryCodes codes={codes} userId={userId} />}
      {codes !== undefined ? null : state.kind === "off" ? (
        <SecondFactorOff />
      ) : state.kind === "begun" ? (
        <SecondFactorBegun qrCode={qrCode} secret={state.secret} problem={problemOf("code")} />
      ) : (
        <SecondFactorOn since={state.since} recoveryCodesLeft={state.recoveryCodesLeft} />
      )}
    </AccountPage>
  );
}
