"use strict";
const by = (id) => document.getElementById(id);
let version = 0;

function make(tag, words, name) {
  const made = document.createElement(tag);
  if (words) made.textContent = words;
  if (name) made.className = name;
  return made;
}

function status(words, kind) {
  by("tinh-trang").textContent = words;
  by("tinh-trang").className = kind || "";
}

function goTo(spots, data) {
  document.querySelectorAll(".cho").forEach((mark) => mark.remove());
  spots.forEach((spot, index) => {
    const sheet = document.querySelector(`.to[data-trang="${spot.page}"]`);
    if (!sheet) return;
    const [left, top, right, bottom] = spot.box;
    if (right > left) {
      const mark = make("div", "", "cho");
      mark.style.left = `${(100 * left) / data.width - 0.3}%`;
      mark.style.top = `${(100 * top) / data.height - 0.2}%`;
      mark.style.width = `${(100 * (right - left)) / data.width + 0.6}%`;
      mark.style.height = `${(100 * (bottom - top)) / data.height + 0.4}%`;
      sheet.append(mark);
      if (index === 0) mark.scrollIntoView({ block: "center" });
    } else if (index === 0) sheet.scrollIntoView();
  });
}

function jumps(element, spots, data) {
  if (!spots.length) return;
  element.dataset.toi = "1";
  element.tabIndex = 0;
  element.addEventListener("click", () => goTo(spots, data));
  element.addEventListener("keydown", (event) => { if (event.key === "Enter") goTo(spots, data); });
}

function finding(item, data) {
  const row = make("li", "", item.kind);
  const head = make("div");
  head.append(make("span", item.severity, "muc"), ` ${item.code}`);
  row.append(head, make("div", item.message));
  if (item.found && item.expected) row.append(make("div", `Đang ghi: ${item.found}. Phải là: ${item.expected}.`));
  if (item.quote) row.append(make("small", `«${item.quote}»`));
  [item.place, item.authority, item.hint].filter(Boolean).forEach((words) => row.append(make("small", words)));
  jumps(row, item.spots, data);
  return row;
}

function figure(item, data) {
  const row = make("tr");
  const name = make("td", item.label);
  name.append(make("small", item.key));
  row.append(name, make("td", item.printed), make("td", item.source));
  row.dataset.chu = `${item.label} ${item.key} ${item.printed}`.toLowerCase();
  jumps(row, item.spots, data);
  return row;
}

function filter() {
  const wanted = by("tim").value.toLowerCase();
  for (const row of by("so-lieu").children) row.hidden = !row.dataset.chu.includes(wanted);
}

function show(data) {
  document.title = `${data.name}: xem trước`;
  by("ten").textContent = data.name;
  const errors = data.findings.filter((item) => item.kind === "loi").length;
  if (data.crashed) status(data.crashed, "loi");
  else if (data.stale) status(`còn ${errors} lỗi, ${data.pages ? "trang đang hiện là bản trước khi có lỗi" : "chưa có trang nào để xem"}`, "loi");
  else if (errors) status(`${data.pages} trang, ${errors} lỗi trên trang in`, "loi");
  else status(`${data.pages} trang, đã cập nhật${data.changed ? ` theo ${data.changed}` : ""}`, "duoc");
  const sheets = [];
  for (let number = 1; number <= data.pages; number++) {
    const sheet = make("div", "", "to");
    sheet.dataset.trang = number;
    const image = make("img");
    image.src = `trang/${number}?ban=${data.version}`;
    image.alt = `Trang ${number}`;
    sheet.append(image);
    sheets.push(sheet);
  }
  const top = by("trang").scrollTop;
  by("trang").replaceChildren(...sheets);
  by("trang").className = data.stale ? "cu" : "";
  by("trang").scrollTop = top;
  const open = ["loi", "canh-bao", "luu-y"].flatMap((kind) => data.findings.filter((item) => item.kind === kind));
  const accepted = data.findings.filter((item) => item.kind === "chap-nhan");
  by("so-loi").textContent = open.length ? `(${open.length})` : "(không có gì)";
  by("phat-hien").replaceChildren(...open.map((item) => finding(item, data)));
  by("chap-nhan").hidden = !accepted.length;
  by("chap-nhan").querySelector("summary").textContent = `Đã biết và được chấp nhận (${accepted.length})`;
  by("chap-nhan").querySelector("ol").replaceChildren(...accepted.map((item) => finding(item, data)));
  by("so-lieu").replaceChildren(...data.figures.map((item) => figure(item, data)));
  filter();
  document.body.dataset.ban = data.version;
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`xem?tu=${version}`);
      if (!answer.ok) throw new Error(answer.status);
      const data = await answer.json();
      if (data.version > version) {
        version = data.version;
        show(data);
      }
    } catch (trouble) {
      status("chương trình xem trước đã dừng; chạy lại lệnh reportgen preview", "loi");
      await new Promise((done) => setTimeout(done, 2000));
    }
  }
}

by("tim").addEventListener("input", filter);
follow();
