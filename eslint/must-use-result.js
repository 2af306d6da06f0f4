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

/** Reports a Result that nobody reads, because its error would be lost. `void f()` says that this is on purpose. */
export const mustUseResult = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: "problem",
    schema: [],
    defaultOptions: [],
    messages: {
      dropped: "This Result is never read. Handle it, return it, or write `void` in front to ignore it on purpose.",
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
