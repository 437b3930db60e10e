/* What every page gains where JavaScript runs; nothing is lost without it. */
import { setUpCopyButtons } from "./copy.js";
import { setUpLists } from "./lists.js";
import { setUpMenu } from "./menu.js";
import { setUpScrolling } from "./scroll.js";
import { setUpThemeSwitch } from "./theme.js";

setUpMenu(document);
setUpThemeSwitch(document);
setUpLists(document);
setUpScrolling(document);
setUpCopyButtons(document);
