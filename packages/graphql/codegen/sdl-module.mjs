import { printSchema } from 'graphql';

/** Prints the merged schema as a TypeScript string constant, so that nothing reads .graphql files at run time. */
export const plugin = (schema) => {
  const text = printSchema(schema).replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return `export const schemaText = \`\n${text}\n\`;\n`;
};
