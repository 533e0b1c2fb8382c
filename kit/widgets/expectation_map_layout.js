// Where everything of one topic goes: names in lanes over the axis, and under it those of whom something is expected back.

function layOut(line) {
  line.width = line.area.clientWidth;
  if (!line.width) return;
  const em = (line.em = parseFloat(getComputedStyle(line.area).fontSize));
  line.inset = Math.round(em * 0.7);
  line.reach = (line.width - 2 * line.inset) / 2;
  const all = [...line.marks.values()];
  for (const drawn of all) {
    drawn.w = Math.ceil(drawn.pill.getBoundingClientRect().width);
    drawn.h = drawn.pill.offsetHeight;
  }
  const tall = Math.max(em * 1.9, ...all.map((drawn) => drawn.h));
  const step = tall + em * 0.45;
  const rows = (them) => {
    const boxes = them.map((drawn) => ({ w: drawn.w, x: line.x(drawn.mark.position), inset: Math.min(em, drawn.w / 2), stem: true }));
    const placed = boxes.length ? lanes(boxes, line.width, em * 0.4, step) : [];
    return { placed, count: laneCount(placed) };
  };
  const above = all.filter((drawn) => !drawn.mark.back);
  const below = all.filter((drawn) => drawn.mark.back);
  const [up, down] = [rows(above), rows(below)];
  const rise = em * 1.1;
  const axis = Math.round(Math.max(1, up.count) * step + rise);
  line.gaps = gapRows(line, all);
  const sunk = Math.max(0, ...[...line.gaps.values()].map((row) => row * em * 0.62));
  const deep = Math.max(em * 0.8, sunk + em * 0.6, ...line.arcs().map((one) => line.depth(one) + em * 0.7));
  line.aim = { axis, height: Math.round(axis + deep + (down.count ? down.count * step + em * 0.3 : em * 0.2)) };
  const aim = (drawn, { left }, top) => (drawn.aim = { x: drawn.mark.position, left, top: top + (tall - drawn.h) / 2 });
  above.forEach((drawn, i) => aim(drawn, up.placed[i], axis - rise - up.placed[i].lane * step - tall));
  below.forEach((drawn, i) => aim(drawn, down.placed[i], axis + deep + down.placed[i].lane * step));
}

// Rows for the gaps between what is wanted and what is thought, so that two that overlap do not lie on each other.
function gapRows(line, all) {
  const rows = new Map();
  for (const drawn of all) {
    const { position, believed, key } = drawn.mark;
    if (believed === null) continue;
    const [low, high] = [Math.min(position, believed) - 0.06, Math.max(position, believed) + 0.06];
    const meets = (row) => [...rows].some(([other, at]) => {
      const mark = line.marks.get(other).mark;
      return at === row && low < Math.max(mark.position, mark.believed) + 0.06 && high > Math.min(mark.position, mark.believed) - 0.06;
    });
    let row = 0;
    while (meets(row)) row++;
    rows.set(key, row);
  }
  return rows;
}
