// Chromium's accessibility tree as plain lines, in the order a screen reader goes: what it would say.

/** Roles that are a control: each needs a name. */
const CONTROLS = ["radio", "checkbox", "textbox", "button", "link", "DisclosureTriangle", "combobox", "spinbutton"];
/** Roles whose name is all their text. */
const WHOLE = [...CONTROLS, "heading", "term"];
const GROUPS = ["radiogroup", "group"];
/** Roles that are said when one comes to them. */
const PLACES = ["banner", "navigation", "main", "contentinfo", "region", "alert", "status", "progressbar", "image", "list", "definition"];

const of = (value) => (value?.value ?? "").toString().replace(/\s+/g, " ").trim();

function states(node) {
  const told = [];
  for (const { name, value } of node.properties ?? []) {
    if (name === "checked") told.push(value.value === "true" || value.value === true ? "chosen" : "not chosen");
    if (name === "required" && value.value) told.push("required");
    if (name === "invalid" && value.value !== "false") told.push("invalid");
    if (name === "level") told.push(`level ${value.value}`);
    if (name === "expanded") told.push(value.value ? "expanded" : "collapsed");
    if (name === "focused" && value.value && of(node.role) !== "RootWebArea") told.push("has the focus");
  }
  return told;
}

function line(node) {
  const [role, name, description] = [of(node.role), of(node.name), of(node.description)];
  const parts = [role, name && `"${name}"`, ...states(node), description && `described as "${description}"`];
  return parts.filter(Boolean).join(", ").replace(/^(\S+), "/, '$1 "');
}

/** Goes through what is said, in order. The text of a label is the name of its control, and a notice that opens is its button: not said twice. */
function walk(nodes, visit) {
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const opens = (node) => (node.childIds ?? []).map((id) => known.get(id)).some((child) => child && (of(child.role) === "DisclosureTriangle" || (child.ignored && opens(child))));
  const go = (node, depth, label = false) => {
    const role = of(node.role);
    if (label && role === "StaticText") return;
    if (role === "group" && of(node.name) === "" && opens(node)) node.ignored = true;
    let deeper = depth;
    if (!node.ignored && visit(node, role, depth)) return;
    if (!node.ignored && [...GROUPS, ...PLACES].includes(role)) deeper += 1;
    for (const id of node.childIds ?? []) if (known.has(id)) go(known.get(id), deeper, label || role === "LabelText");
  };
  go(nodes[0], 0);
}

/** The lines of a page. */
export function spoken(nodes) {
  const lines = [];
  const groups = [];
  walk(nodes, (node, role, depth) => {
    const say = (words) => lines.push("  ".repeat(depth) + words);
    if (role === "RootWebArea") say(`page "${of(node.name)}"`);
    else if (WHOLE.includes(role)) return say(line(node)), true;
    else if (GROUPS.includes(role)) groups.push(of(node.name)), say(line(node));
    else if (PLACES.includes(role)) say(line(node));
    else if (role === "Legend") return true;
    else if (role === "StaticText" && of(node.name)) say(of(node.name));
    return false;
  });
  return lines;
}

/** Controls without a name, groups without a question, and dates or amounts of signs that a voice cannot say. */
export function unnamed(nodes) {
  const faults = [];
  walk(nodes, (node, role) => {
    if ([...CONTROLS, ...GROUPS].includes(role) && of(node.name) === "") faults.push(`${role} without a name`);
    if (/[⚠✓]/u.test(of(node.name))) faults.push(`${role} "${of(node.name)}" has a sign in it`);
    const words = of(node.name);
    if (CONTROLS.includes(role) && words && words === of(node.description)) faults.push(`${role} "${words}" is said twice`);
    return false;
  });
  return faults;
}
