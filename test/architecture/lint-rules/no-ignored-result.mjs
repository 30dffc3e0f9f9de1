// A refusal that nobody looked at is an error that nobody sees: a statement whose value is a Result must use it.
import { ESLintUtils } from "@typescript-eslint/utils";

/** @type {import("eslint").Rule.RuleModule} */
export const noIgnoredResult = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      ignored:
        "This answers with a Result that nobody looks at. Check `.ok`, return it, or take it out with expectOk().",
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    return {
      ExpressionStatement(node) {
        const type = services.getTypeAtLocation(node.expression);
        if (isResult(type)) context.report({ node, messageId: "ignored" });
      },
    };
  },
};

/** Whether a type is a union of Ok and Err, or Err alone. What can only succeed may be ignored. */
function isResult(type) {
  const names = (type.isUnion() ? type.types : [type]).map((member) => member.symbol?.name ?? "");
  return names.includes("Err") && names.every((name) => name === "Ok" || name === "Err");
}
