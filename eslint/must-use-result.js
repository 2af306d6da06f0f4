/** @import ts from "typescript" */
import { AST_NODE_TYPES, ESLintUtils } from "@typescript-eslint/utils";

const names = new Set(["Ok", "Err", "Result", "ResultAsync"]);

/** @param {ts.Symbol | undefined} symbol */
function isFromNeverthrow(symbol) {
  return (
    symbol !== undefined &&
    names.has(symbol.name) &&
    (symbol.declarations ?? []).some((declaration) => declaration.getSourceFile().fileName.includes("/neverthrow/"))
  );
}

/**
 * @param {ts.Type} type
 * @returns {boolean}
 */
function isResult(type) {
  if (isFromNeverthrow(type.aliasSymbol) || isFromNeverthrow(type.getSymbol())) return true;
  return type.isUnion() && type.types.some(isResult);
}

/** A refusal that nobody reads is a lost refusal. `void f()` says that the loss is meant. */
export const mustUseResult = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: "problem",
    schema: [],
    defaultOptions: [],
    messages: {
      dropped: "This Result is dropped. Handle it, return it, or write `void` in front to drop it on purpose.",
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    return {
      ExpressionStatement({ expression }) {
        if (expression.type === AST_NODE_TYPES.AssignmentExpression) return;
        if (isResult(services.getTypeAtLocation(expression)))
          context.report({ node: expression, messageId: "dropped" });
      },
      VariableDeclarator(node) {
        if (node.parent.parent.type === AST_NODE_TYPES.ExportNamedDeclaration) return;
        for (const variable of context.sourceCode.getDeclaredVariables(node)) {
          const name = variable.identifiers[0];
          if (!name || variable.references.some((reference) => reference.isRead())) continue;
          if (isResult(services.getTypeAtLocation(name))) context.report({ node: name, messageId: "dropped" });
        }
      },
    };
  },
});
