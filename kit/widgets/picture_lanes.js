// Where labels go: each in a lane, near its anchor, off its neighbours and, where there is room, off their stems.
//
// `boxes` are {w, x, inset, stem, lane, fixed}: `w` wide, over the anchor `x`; `inset` is how far from its ends the stem
// may leave it; `stem` says whether it has one; `lane` is the lane that it comes from, `fixed` the only lefts it may take.

// Orders in which to place boxes: from left to right, and back.
const ALONG = [(a, b) => a.x - b.x, (a, b) => b.x - a.x];

// Tries a few orders and keeps the cheapest; returns [{lane, left}] in the order of `boxes`.
function lanes(boxes, width, gap, laneCost, orders = ALONG) {
  let best = null;
  for (const order of orders) {
    const tried = inOrder([...boxes].sort(order), width, gap, laneCost);
    if (!best || tried.cost < best.cost - 1) best = tried;
  }
  return boxes.map((box) => best.places.get(box));
}

function inOrder(boxes, width, gap, laneCost) {
  const places = new Map();
  let cost = 0;
  for (const box of boxes) {
    let best = null;
    for (let lane = 0; lane <= places.size; lane++) {
      for (const left of lefts(box, lane, places, width, gap)) {
        const price = priceOf(box, lane, left, places, gap, laneCost);
        if (price !== null && (!best || price < best.price)) best = { lane, left, price };
      }
      if (best && best.price < (lane + 1) * laneCost) break;
    }
    places.set(box, best);
    cost += best.price;
  }
  return { places, cost };
}

function lefts(box, lane, places, width, gap) {
  if (box.fixed) return box.fixed.map((left) => clamp(left, 0, width - box.w));
  const low = Math.max(0, box.x - box.w + box.inset);
  const high = Math.min(width - box.w, box.x - box.inset);
  const wanted = [box.x - box.w / 2];
  for (const [other, place] of places) {
    if (place.lane === lane) wanted.push(place.left + other.w + gap, place.left - box.w - gap);
    else if (place.lane > lane && other.stem) wanted.push(other.x + gap, other.x - box.w - gap);
  }
  if (low > high) return [clamp(box.x - box.w / 2, 0, width - box.w)];
  return wanted.map((left, i) => (i ? left : clamp(left, low, high))).filter((left) => left >= low - 0.01 && left <= high + 0.01);
}

function priceOf(box, lane, left, places, gap, laneCost) {
  let price = lane * laneCost + (box.fixed ? box.fixed.indexOf(left) * 6 : Math.abs(left + box.w / 2 - box.x) * 0.5);
  if (box.lane !== undefined && box.lane !== lane) price += laneCost / 4;
  for (const [other, place] of places) {
    const within = (x, start, w) => x > start - 3 && x < start + w + 3;
    if (place.lane === lane && left < place.left + other.w + gap - 0.01 && place.left < left + box.w + gap - 0.01) return null;
    if (place.lane > lane && other.stem && within(other.x, left, box.w)) price += laneCost * 1.4;
    if (place.lane < lane && box.stem && within(box.x, place.left, other.w)) price += laneCost * 1.4;
  }
  return price;
}

// How many lanes are taken.
const laneCount = (placed) => 1 + Math.max(-1, ...placed.map((place) => place.lane));
