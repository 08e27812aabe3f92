;; Finds again what an image was written without, because its other bytes tell: the hashes that stand beside texts, where a
;; dictionary finds each of its entries, and the dictionary of the names that Python holds once. tables.js tells the offsets
;; and writes the same for the build. Each reader's browser does this before the first answer, over 119,000 blocks: here it
;; need not learn first what is worth compiling.
;; Written into again.js: wasm-as --enable-bulk-memory again.wat -o - | base64 -w 0
(module
  (import "python" "memory" (memory 1))
  (import "python" "PyObject_Hash" (func $hash_of (param i32) (result i32)))
  (global $heap (mut i32) (i32.const 0))
  (global $end (mut i32) (i32.const 0))
  (global $texts (mut i32) (i32.const 0))

  (func (export "again") (param $heap i32) (param $end i32) (param $texts i32) (param $dicts i32) (param $sets i32) (param $frozensets i32) (param $names i32)
    (global.set $heap (local.get $heap))
    (global.set $end (local.get $end))
    (global.set $texts (local.get $texts))
    (call $each_text (i32.load offset=24 (local.get $names)) (local.get $names))
    (call $each_table (local.get $dicts) (local.get $sets) (local.get $frozensets)))

  ;; Blocks begin at multiples of eight.
  (func $first (result i32)
    (i32.and (i32.add (global.get $heap) (i32.const 7)) (i32.const -8)))

  ;; The size of the block that begins there, or 0 where the heap ends.
  (func $size_at (param $at i32) (result i32)
    (local $size i32)
    (if (i32.ge_u (i32.add (local.get $at) (i32.const 8)) (global.get $end)) (then (return (i32.const 0))))
    (local.set $size (i32.and (i32.load offset=4 (local.get $at)) (i32.const -8)))
    (if (i32.lt_u (local.get $size) (i32.const 16)) (then (return (i32.const 0))))
    (if (i32.gt_u (local.get $size) (i32.sub (global.get $end) (local.get $at))) (then (return (i32.const 0))))
    (local.get $size))

  ;; Finds the hash of each text, and lists those that are held once in the order in which they stand in memory.
  (func $each_text (param $keys i32) (param $names i32)
    (local $at i32) (local $size i32) (local $text i32) (local $entry i32) (local $count i32)
    (local.set $at (call $first))
    (local.set $entry (call $first_entry (local.get $keys)))
    (block $over
      (loop $next
        (local.set $size (call $size_at (local.get $at)))
        (br_if $over (i32.eqz (local.get $size)))
        (local.set $text (i32.add (local.get $at) (i32.const 8)))
        (if (i32.and (i32.load offset=4 (local.get $at)) (i32.const 2))
          (then (if (i32.eq (i32.load offset=4 (local.get $text)) (global.get $texts))
            (then (if (call $is_text (local.get $text) (local.get $size))
              (then
                (if (i32.eq (i32.load offset=12 (local.get $text)) (i32.const -1))
                  (then (drop (call $hash_of (local.get $text)))))
                (if (i32.and (i32.load offset=16 (local.get $text)) (i32.const 3))
                  (then
                    (i32.store (local.get $entry) (local.get $text))
                    (i32.store offset=4 (local.get $entry) (local.get $text))
                    (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
                    (local.set $count (i32.add (local.get $count) (i32.const 1)))))))))))
        (local.set $at (i32.add (local.get $at) (local.get $size)))
        (br $next)))
    (i32.store offset=8 (local.get $names) (local.get $count))
    (i32.store offset=16 (local.get $keys) (local.get $count))
    (i32.store offset=12 (local.get $keys)
      (i32.sub
        (i32.div_u (i32.shl (call $places (local.get $keys)) (i32.const 1)) (i32.const 3))
        (local.get $count)))
    (call $fill_index (local.get $keys)))

  ;; A text of that length fits a block; texts of other signs have two words more.
  (func $is_text (param $text i32) (param $size i32) (result i32)
    (local $state i32) (local $kind i32) (local $needed i32)
    (local.set $state (i32.load offset=16 (local.get $text)))
    (local.set $kind (i32.and (i32.shr_u (local.get $state) (i32.const 2)) (i32.const 7)))
    (if (i32.eqz (i32.and (local.get $state) (i32.const 32))) (then (return (i32.const 0))))
    (if (i32.eqz (local.get $kind)) (then (return (i32.const 0))))
    (if (i32.ge_u (i32.load offset=8 (local.get $text)) (local.get $size)) (then (return (i32.const 0))))
    (local.set $needed
      (i32.add
        (select (i32.const 20) (i32.const 28) (i32.and (local.get $state) (i32.const 64)))
        (i32.mul (i32.add (i32.load offset=8 (local.get $text)) (i32.const 1)) (local.get $kind))))
    (i32.and
      (i32.le_u (local.get $needed) (local.get $size))
      (i32.gt_u (i32.add (local.get $needed) (i32.const 24)) (local.get $size))))

  ;; Finds the hashes and the index of each dictionary, and the hashes of each set.
  (func $each_table (param $dicts i32) (param $sets i32) (param $frozensets i32)
    (local $at i32) (local $size i32) (local $one i32) (local $type i32)
    (local.set $at (call $first))
    (block $over
      (loop $next
        (local.set $size (call $size_at (local.get $at)))
        (br_if $over (i32.eqz (local.get $size)))
        (local.set $one (i32.add (local.get $at) (i32.const 16)))
        ;; A smaller block holds neither.
        (if (i32.and
              (i32.ge_u (local.get $size) (i32.const 48))
              (i32.shr_u (i32.and (i32.load offset=4 (local.get $at)) (i32.const 2)) (i32.const 1)))
          (then
            (local.set $type (i32.load offset=4 (local.get $one)))
            (if (i32.eq (local.get $type) (local.get $dicts))
              (then (call $dict (local.get $one)))
              (else
                (if (i32.or (i32.eq (local.get $type) (local.get $sets)) (i32.eq (local.get $type) (local.get $frozensets)))
                  (then (call $set (local.get $one))))))))
        (local.set $at (i32.add (local.get $at) (local.get $size)))
        (br $next))))

  ;; What only names the class has no keys that look like a dictionary's.
  (func $dict (param $dict i32)
    (local $keys i32) (local $count i32) (local $entry i32)
    (local.set $keys (i32.load offset=24 (local.get $dict)))
    (if (i32.le_u (local.get $keys) (global.get $heap)) (then (return)))
    (if (i32.ge_u (local.get $keys) (i32.sub (global.get $end) (i32.const 24))) (then (return)))
    (if (i32.ge_u (i32.load8_u offset=4 (local.get $keys)) (i32.const 16)) (then (return)))
    (local.set $count (i32.load offset=16 (local.get $keys)))
    (if (i32.eqz (local.get $count)) (then (return)))
    (if (i32.gt_u (i32.load offset=8 (local.get $dict)) (local.get $count)) (then (return)))
    ;; Where all keys are texts, no hash stands beside them.
    (if (i32.eqz (i32.load8_u offset=6 (local.get $keys)))
      (then
        (local.set $entry (call $first_entry (local.get $keys)))
        (loop $next
          (call $pair (local.get $entry) (i32.load offset=4 (local.get $entry)))
          (local.set $entry (i32.add (local.get $entry) (i32.const 12)))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (br_if $next (local.get $count)))))
    ;; No two entries are found in the same place, so that no index begins with zeros.
    (if (i32.eqz (i32.load offset=20 (local.get $keys))) (then (call $fill_index (local.get $keys)))))

  (func $set (param $set i32)
    (local $mask i32) (local $entry i32) (local $last i32)
    (local.set $mask (i32.load offset=16 (local.get $set)))
    (local.set $entry (i32.load offset=20 (local.get $set)))
    (if (i32.and (local.get $mask) (i32.add (local.get $mask) (i32.const 1))) (then (return)))
    (if (i32.ge_u (local.get $mask) (i32.shr_u (global.get $end) (i32.const 3))) (then (return)))
    (if (i32.gt_u (i32.load offset=8 (local.get $set)) (local.get $mask)) (then (return)))
    (if (i32.le_u (local.get $entry) (global.get $heap)) (then (return)))
    (if (i32.ge_u (local.get $entry) (i32.sub (global.get $end) (i32.const 8))) (then (return)))
    (local.set $last (i32.add (local.get $entry) (i32.shl (local.get $mask) (i32.const 3))))
    (if (i32.gt_u (local.get $last) (i32.sub (global.get $end) (i32.const 8))) (then (return)))
    (loop $next
      (call $pair (i32.add (local.get $entry) (i32.const 4)) (i32.load (local.get $entry)))
      (local.set $entry (i32.add (local.get $entry) (i32.const 8)))
      (br_if $next (i32.le_u (local.get $entry) (local.get $last)))))

  ;; Writes the hash of a text where it is missing beside it.
  (func $pair (param $hash i32) (param $key i32)
    (if (i32.load (local.get $hash)) (then (return)))
    (if (i32.ge_u (local.get $key) (i32.sub (global.get $end) (i32.const 16))) (then (return)))
    (if (i32.ne (i32.load offset=4 (local.get $key)) (global.get $texts)) (then (return)))
    (i32.store (local.get $hash) (i32.load offset=12 (local.get $key))))

  ;; Notes where each entry is found, as CPython does when a dictionary grows.
  (func $fill_index (param $keys i32)
    (local $entry i32) (local $width i32) (local $index i32) (local $bytes i32) (local $at i32) (local $count i32)
    (local $is_short i32) (local $last i32) (local $hash i32) (local $place i32)
    (local.set $entry (call $first_entry (local.get $keys)))
    (local.set $index (i32.add (local.get $keys) (i32.const 20)))
    (local.set $bytes (i32.sub (local.get $entry) (local.get $index)))
    (local.set $last (i32.sub (call $places (local.get $keys)) (i32.const 1)))
    (local.set $is_short (i32.eq (local.get $bytes) (i32.add (local.get $last) (i32.const 1))))
    (local.set $count (i32.load offset=16 (local.get $keys)))
    (local.set $width (select (i32.const 8) (i32.const 12) (i32.load8_u offset=6 (local.get $keys))))
    (memory.fill (local.get $index) (i32.const 0xff) (local.get $bytes))
    (block $over
      (loop $next
        (br_if $over (i32.ge_u (local.get $at) (local.get $count)))
        ;; A key that was deleted left a hole.
        (if (i32.load (i32.sub (i32.add (local.get $entry) (local.get $width)) (i32.const 8)))
          (then
            (local.set $hash (i32.load (local.get $entry)))
            (if (i32.eq (local.get $width) (i32.const 8))
              (then (local.set $hash (i32.load offset=12 (local.get $hash)))))
            (local.set $place (i32.and (local.get $hash) (local.get $last)))
            (block $found
              (loop $taken
                (br_if $found (call $is_free (local.get $index) (local.get $place) (local.get $is_short)))
                (local.set $hash (i32.shr_u (local.get $hash) (i32.const 5)))
                (local.set $place
                  (i32.and
                    (i32.add (i32.add (i32.mul (local.get $place) (i32.const 5)) (local.get $hash)) (i32.const 1))
                    (local.get $last)))
                (br $taken)))
            (if (local.get $is_short)
              (then (i32.store8 (i32.add (local.get $index) (local.get $place)) (local.get $at)))
              (else (i32.store16 (i32.add (local.get $index) (i32.shl (local.get $place) (i32.const 1))) (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $entry (i32.add (local.get $entry) (local.get $width)))
        (br $next))))

  (func $is_free (param $index i32) (param $place i32) (param $is_short i32) (result i32)
    (if (result i32) (local.get $is_short)
      (then (i32.eq (i32.load8_u (i32.add (local.get $index) (local.get $place))) (i32.const 0xff)))
      (else (i32.eq (i32.load16_u (i32.add (local.get $index) (i32.shl (local.get $place) (i32.const 1)))) (i32.const 0xffff)))))

  (func $places (param $keys i32) (result i32)
    (i32.shl (i32.const 1) (i32.load8_u offset=4 (local.get $keys))))

  (func $first_entry (param $keys i32) (result i32)
    (i32.add
      (i32.add (local.get $keys) (i32.const 20))
      (i32.shl (i32.const 1) (i32.load8_u offset=5 (local.get $keys))))))
