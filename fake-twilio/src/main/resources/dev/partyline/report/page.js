'use strict';
(function () {
  var facts = document.getElementById('facts');
  var exchanges = facts ? JSON.parse(facts.textContent).exchanges : {};

  document.querySelectorAll('.copy code').forEach(function (code) {
    if (!navigator.clipboard) return;
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'copy';
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(code.textContent).then(function () {
        button.textContent = 'copied';
        setTimeout(function () { button.textContent = 'copy'; }, 1500);
      });
    });
    code.after(button);
  });

  var form = document.querySelector('.filters');
  if (form) {
    form.hidden = false;
    var rows = Array.from(document.querySelectorAll('.journal tr[id]'));
    var gaps = Array.from(document.querySelectorAll('.journal .gap'));
    var filter = function () {
      var type = form.elements.type.value;
      var text = form.elements.text.value.toLowerCase();
      var from = parseFloat(form.elements.from.value) * 1000;
      var to = parseFloat(form.elements.to.value) * 1000;
      var shown = 0;
      rows.forEach(function (row) {
        var at = Number(row.dataset.t);
        var fits = (!type || row.querySelector('.type').textContent === type) &&
          !(at < from) && !(at > to) && (!text || row.textContent.toLowerCase().indexOf(text) >= 0);
        row.hidden = !fits;
        if (fits) shown++;
      });
      gaps.forEach(function (gap) { gap.hidden = shown < rows.length; });
      form.querySelector('output').textContent = shown < rows.length ? shown + ' of ' + rows.length : '';
    };
    form.addEventListener('input', filter);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
  }

  var stage = document.querySelector('.stage');
  if (!stage) return;
  var marks = {};
  stage.querySelectorAll('.mark').forEach(function (mark) {
    (marks[mark.dataset.e] = marks[mark.dataset.e] || []).push(mark);
    var title = mark.querySelector('title');
    if (title) { mark.setAttribute('aria-label', title.textContent); title.remove(); }
  });
  var partners = {};
  Object.keys(exchanges).forEach(function (key) {
    exchanges[key].forEach(function (seq) { partners[seq] = exchanges[key]; });
  });
  var hint = document.createElement('div');
  hint.id = 'hint';
  hint.hidden = true;
  document.body.appendChild(hint);

  function show(mark, x, y) {
    (partners[mark.dataset.e] || [mark.dataset.e]).forEach(function (seq) {
      (marks[seq] || []).forEach(function (each) { each.classList.add('lit'); });
    });
    stage.classList.toggle('aim', mark.dataset.e in partners);
    hint.textContent = mark.getAttribute('aria-label');
    var row = document.getElementById('e' + mark.dataset.e);
    var fields = row && row.querySelector('dl');
    if (fields) hint.appendChild(fields.cloneNode(true));
    hint.hidden = false;
    hint.style.left = Math.max(4, Math.min(x + 14, innerWidth - hint.offsetWidth - 8)) + 'px';
    hint.style.top = (y + 18 + hint.offsetHeight > innerHeight ? Math.max(4, y - 14 - hint.offsetHeight) : y + 18) + 'px';
  }
  function clear() {
    hint.hidden = true;
    stage.classList.remove('aim');
    stage.querySelectorAll('.lit').forEach(function (mark) { mark.classList.remove('lit'); });
  }
  stage.addEventListener('mouseover', function (event) {
    var mark = event.target.closest('.mark');
    clear();
    if (mark) show(mark, event.clientX, event.clientY);
  });
  stage.addEventListener('mouseleave', clear);
  stage.addEventListener('focusin', function (event) {
    var mark = event.target.closest('.mark');
    clear();
    if (mark) { var box = mark.getBoundingClientRect(); show(mark, box.left, box.bottom); }
  });
  stage.addEventListener('focusout', clear);
  stage.addEventListener('click', function (event) {
    var mark = event.target.closest('.mark');
    var row = mark && document.getElementById('e' + mark.dataset.e);
    if (!row) return;
    row.hidden = false;
    row.querySelector('details').open = true;
  });
})();
