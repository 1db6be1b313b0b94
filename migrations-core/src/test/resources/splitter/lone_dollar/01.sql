select $
