(() => {
  const $ = id => document.getElementById(id)
  const main = $("codes"), form = $("search"), box = $("q"), selects = ["api", "http", "categories"].map($)
  const all = [...main.children]
  const stop = new Set(tables.stop)
  const isNumber = /^\d+$/

  // The words of a text, as the function splitWords of package find.
  const split = text => (text.replace(/['’]/g, "").replace(/([^\p{Lu}])(?=\p{Lu})/gu, "$1 ").replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1 ")
    .match(/[\p{L}\p{Nd}]+/gu) || []).map(word => word.toLowerCase())
  const cut = (word, end) => word.endsWith(end) && word.length - end.length > 2
  const stem = word => {
    const suffix = word.endsWith("ss") ? 0 : tables.suffixes.find(s => cut(word, s[0]))
    if (suffix) word = word.slice(0, -suffix[0].length) + suffix[1]
    return cut(word, "e") ? word.slice(0, -1) : word
  }
  const keywords = text => {
    let joined = ` ${split(text).join(" ")} `
    for (const [from, to] of tables.phrases) joined = joined.replaceAll(` ${from} `, ` ${to} `)
    return joined.split(" ").filter(word => word && !stop.has(word)).map(stem)
  }
  const oneEdit = (a, b) => {
    while (a && b && a[0] == b[0]) a = a.slice(1), b = b.slice(1)
    while (a && b && a.at(-1) == b.at(-1)) a = a.slice(0, -1), b = b.slice(0, -1)
    return a.length < 2 && b.length < 2 || a.length == 2 && b.length == 2 && a[0] == b[1] && a[1] == b[0]
  }
  const closeness = (query, word) => query == word ? 1 :
    query.length > 2 && word.startsWith(query) ? 0.8 :
    word.length > 3 && query.startsWith(word) ? 0.6 :
    query.length > 4 && Math.abs(word.length - query.length) < 2 && oneEdit(query, word) ? 0.5 : 0

  // The index of the codes: by word, by name, and by message.
  const fold = name => name.toLowerCase().replace(/^.*[.#]/, "").replace(/[_-]/g, "")
  const normal = text => split(text).join(" ")
  let entries, words, rarity
  const build = () => {
    const numbers = new Map(), used = []
    words = []
    entries = all.map(el => {
      const best = new Map(), total = new Map(), messages = []
      const {code, api} = el.dataset
      const names = [code, api + " " + code, el.id].map(fold)
      for (const field of el.querySelectorAll("[data-f]")) {
        const kind = field.dataset.f, text = field.textContent, list = keywords(text)
        const worth = tables[kind] / (1 + tables.length * Math.log(1 + list.length))
        if (kind == "m") messages.push(normal(text))
        if (kind == "n") names.push(fold(text), "err" + fold(text))
        for (const word of list) {
          if (!numbers.has(word)) numbers.set(word, words.push(word) - 1)
          const n = numbers.get(word)
          best.set(n, Math.max(best.get(n) || 0, worth))
          total.set(n, (total.get(n) || 0) + worth)
        }
      }
      for (const n of best.keys()) used[n] = (used[n] || 0) + 1
      return {el, code, names, messages, worth: [...best].map(([n, w]) => [n, w + tables.more * (total.get(n) - w)])}
    })
    const live = entries.filter(e => e.worth.length).length
    rarity = used.map(n => Math.log(1 + live / n))
  }
  const rank = query => {
    if (!entries) build()
    const twins = {}
    for (const [a, b] of tables.synonyms.map(pair => pair.map(stem))) (twins[a] ||= []).push(b), (twins[b] ||= []).push(a)
    const near = keywords(query).filter((word, i, list) => word != list[i - 1]).map(word => {
      const n = words.indexOf(word), most = n < 0 ? Infinity : rarity[n]
      return words.map((other, n) => Math.min(most, rarity[n]) *
        Math.max(closeness(word, other), ...(Object.hasOwn(twins, word) ? twins[word] : []).map(twin => tables.synonym * closeness(twin, other))))
    })
    const folded = fold(query.trim()), whole = normal(query), numbers = split(query).filter(word => isNumber.test(word))
    const score = e => {
      let sum = 0, met = 0
      for (const word of near) {
        let best = 0
        for (const [n, worth] of e.worth) best = Math.max(best, word[n] * worth)
        if (best > 0) sum += best, met++
      }
      return Math.round(sum * met / near.length * 1e6) / 1e6 || 0
    }
    return entries.map(e => ({
      el: e.el, score: score(e),
      by: e.names.includes(folded) ? 3 : numbers.includes(e.code) ? 2 : whole && e.messages.includes(whole) ? 1 : 0,
    })).filter(m => m.by || m.score).sort((a, b) => b.by - a.by || (a.by > 1 ? 0 : b.score - a.score))
  }

  const passes = el => selects.every(s => !s.value || (el.dataset[s.id] || "").split(" ").includes(s.value))
  const show = () => {
    const matches = box.value.trim() ? rank(box.value).filter(m => passes(m.el)) : all.filter(passes).map(el => ({el, by: 1, score: 0}))
    const least = tables.least * Math.max(0, ...matches.map(m => m.score))
    const shown = matches.filter(m => m.by || m.score >= least).map(m => m.el)
    const visible = new Set(shown)
    for (const el of all) el.hidden = !visible.has(el)
    main.append(...shown)
    const retired = shown.filter(el => "retired" in el.dataset).length, live = shown.length - retired
    $("count").textContent = [live && live + (live == 1 ? " code" : " codes"), retired && retired + " retired"].filter(Boolean).join(" and ") ||
      "No code matches. Use fewer words, or Clear."
  }
  const clear = () => {
    for (const control of [box, ...selects]) control.value = ""
    show()
  }
  const save = () => {
    const state = new URLSearchParams([box, ...selects].filter(c => c.value).map(c => [c.id, c.value]))
    history.replaceState(null, "", location.pathname + (state.size ? "?" + state : ""))
  }
  const first = () => all.length && main.querySelector("article:not([hidden]) h2 a")
  const land = () => {
    let el
    try { el = location.hash && $(decodeURIComponent(location.hash.slice(1))) } catch { return }
    if (!el || !all.includes(el)) return
    if (el.hidden) {
      clear()
      history.replaceState(null, "", location.pathname + location.hash)
    }
    el.scrollIntoView()
    requestAnimationFrame(() => el.scrollIntoView()) // the articles above it have their true heights by now
  }

  for (const s of selects) {
    const values = new Set(all.flatMap(el => (el.dataset[s.id] || "").split(" ").filter(Boolean)))
    for (const value of [...values].sort()) s.add(new Option(value))
  }
  const state = new URLSearchParams(location.search)
  for (const control of [box, ...selects]) control.value = state.get(control.id) || ""
  for (const s of selects) if (s.selectedIndex < 0) s.value = ""
  form.addEventListener("input", () => { show(); save() })
  form.addEventListener("reset", event => {
    event.preventDefault()
    clear()
    save()
    box.focus()
  })
  form.addEventListener("submit", event => { event.preventDefault(); first()?.focus() })
  addEventListener("hashchange", land)
  form.hidden = false
  show()
  land()
})()
