"""A training file of Tesseract with one blank line, which lstmtraining asks for before it widens a network.  one_line.py OUT.lstmf"""
import io, struct, sys
from PIL import Image

picture = Image.new('L', (120, 36), 255); png = io.BytesIO(); picture.save(png, 'PNG'); png = png.getvalue(); text = 'α'.encode()
with open(sys.argv[1], 'wb') as out:
    out.write(struct.pack('<IbIiI', 1, 1, 0, 0, len(png)) + png + struct.pack('<II', 0, len(text)) + text + struct.pack('<Ihhhh', 1, 0, 0, *picture.size))
    out.write(struct.pack('<II', 1, len(text)) + text + b'\0')
