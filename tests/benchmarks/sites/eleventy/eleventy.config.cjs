module.exports = () => ({
  dir: { input: "content", includes: "../_includes", output: "site" },
  markdownTemplateEngine: false,
});
