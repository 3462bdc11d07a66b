
(function () {
  "use strict";
  var table = document.getElementById("table");
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var order = new Intl.Collator(undefined, { numeric: true });
  function key(row, column) {
    var cell = row.cells[column];
    return cell.hasAttribute("data-key") ? cell.getAttribute("data-key") : cell.textContent.trim();
  }
  heads.forEach(function (head, column) {
    var numbers = head.classList.contains("number");
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      var up = head.getAttribute("aria-sort") === "ascending" ||
        (!head.hasAttribute("aria-sort") && numbers) ? -1 : 1;
      var rows = Array.prototype.slice.call(body.rows);
      rows.sort(function (a, b) {
        var one = key(a, column), other = key(b, column);
        return up * (numbers ? Number(one) - Number(other) : order.compare(one, other));
      });
      rows.forEach(function (row) { body.appendChild(row); });
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", up === 1 ? "ascending" : "descending");
    });
  });
})();
