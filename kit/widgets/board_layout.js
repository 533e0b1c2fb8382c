// Where everything of one line goes: pills in lanes above and below it, small words between them and the line.

// Measures only what is new, unless told that sizes may have changed.
function layOut(line, anew) {
  const measure = anew || !line.width;
  if (measure) measureLine(line);
  for (const pull of line.pulls.values()) {
    if (measure) pull.lane = undefined;
    else if (pull.w) continue;
    pull.w = Math.ceil(pull.pill.getBoundingClientRect().width);
    pull.h = pull.pill.offsetHeight;
  }
  const { em } = line;
  const pulls = [...line.pulls.values()];
  const gap = em * 0.45;
  const height = Math.max(em * 1.9, ...pulls.map((pull) => pull.h));
  const corridor = line.radius + em * 0.3;
  const step = height + em * 0.5;

  const above = pulls.filter((pull) => pull.actor.place !== "team");
  const below = pulls.filter((pull) => pull.actor.place === "team");
  const rows = { up: captionRows(line, above, false), down: captionRows(line, below, true) };
  const up = pillRows(line, above, gap, step);
  const down = pillRows(line, below, gap, step);

  // A line alone on a wide board has room to breathe.
  const air = em * (line.board.lines.size === 1 && line.width > 30 * em ? 1.5 : 0.25);
  const band = (count) => corridor + count * line.row + air;
  const axis = Math.round(band(rows.up.count) + Math.max(1, up.count) * step);
  const bottom = axis + band(rows.down.count) + Math.max(down.count, 0) * step + em * 0.4;
  line.corridor = corridor;
  line.under = corridor + rows.down.count * line.row + em * 0.3;
  Object.assign(line.aim, { axis, height: Math.round(bottom) });
  for (const [pull, place] of up.places) pull.aim.top = axis - band(rows.up.count) - place.lane * step - height + (height - pull.h) / 2;
  for (const [pull, place] of down.places) pull.aim.top = axis + band(rows.down.count) + place.lane * step + (height - pull.h) / 2;
  for (const [pull, place] of [...up.places, ...down.places]) {
    pull.aim.left = place.left;
    pull.lane = place.lane;
  }
  for (const [node, place] of rows.up.places) node.at = { left: place.left, top: -corridor - (place.lane + 1) * line.row };
  for (const [node, place] of rows.down.places) node.at = { left: place.left, top: corridor + place.lane * line.row };
  line.now ??= { ...line.aim };
}

function measureLine(line) {
  line.em = parseFloat(getComputedStyle(line.area).fontSize);
  line.width = line.area.clientWidth;
  line.radius = line.em * 0.95;
  line.inset = Math.round(line.radius + 5);
  line.reach = (line.width - 2 * line.inset) / 2;
  for (const node of Object.values(line.captions)) node.w = node.offsetWidth;
  for (const mark of line.marks) mark.label.w = mark.label.offsetWidth;
  line.row = line.captions.team.offsetHeight;
}

// What is placed, each with its place; and how many rows that takes.
function inRows(things, boxes, line, gap, laneCost) {
  const orders = [
    ...ALONG,
    (a, b) => Math.abs(b.x - line.width / 2) - Math.abs(a.x - line.width / 2),
    (a, b) => b.w - a.w,
  ];
  const placed = boxes.length ? lanes(boxes, line.width, gap, laneCost, orders) : [];
  return { places: new Map(things.map((thing, i) => [thing, placed[i]])), count: laneCount(placed) };
}

function pillRows(line, pulls, gap, step) {
  const boxes = pulls.map((pull) => ({ w: pull.w, x: line.x(pull.aim.toward), inset: Math.min(pull.w / 2, line.em), stem: true, lane: pull.lane }));
  return inRows(pulls, boxes, line, gap, step);
}

// The small words between the axis and the pills: sides, middle of the field, other marks.
function captionRows(line, pulls, isBelow) {
  const stems = pulls.map((pull) => line.x(pull.aim.toward));
  const crossed = (left, w) => stems.filter((x) => x > left - 2 && x < left + w + 2).length;
  const nodes = [];
  const boxes = [];
  const offer = (node, x, choices) => {
    const fits = choices.filter((left) => left >= 0 && left + node.w <= line.width);
    const sorted = (fits.length ? fits : choices).map((left, i) => ({ left, bad: crossed(left, node.w), i }));
    sorted.sort((a, b) => a.bad - b.bad || a.i - b.i);
    nodes.push(node);
    boxes.push({ w: node.w, x, inset: 0, fixed: sorted.map((choice) => choice.left) });
  };
  if (isBelow) {
    const half = line.em * 0.6;
    const beside = (node, p) => offer(node, line.x(p), [line.x(p) + half, line.x(p) - half - node.w]);
    if (line.aim.balance !== null) beside(line.captions.balance, line.aim.balance);
    for (const mark of line.marks) beside(mark.label, mark.at);
  }
  const side = isBelow ? line.captions.team : line.captions.environment;
  offer(side, line.width, [line.width - side.w, 0]);
  return inRows(nodes, boxes, line, line.em * 0.9, line.row * 3);
}
