select a[1:2], 'x'::text, f(a := 1)
