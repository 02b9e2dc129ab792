const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

// The programs here are no package; they follow the rules of a command-line tool.
module.exports = createConfigForRole(__dirname, 'cli', {
  // Everything here is a development tool, so development dependencies are what it imports.
  rules: { 'import/no-extraneous-dependencies': 'off' },
});
