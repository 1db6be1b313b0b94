copy s.t (a, "from stdin") from /* ; */ stdin with (format csv, header)
